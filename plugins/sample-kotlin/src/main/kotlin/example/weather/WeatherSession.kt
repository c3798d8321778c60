package example.weather

import dev.patchbay.api.client.ClientContext
import dev.patchbay.api.client.ClientSession
import dev.patchbay.api.client.Command
import dev.patchbay.api.client.Item
import dev.patchbay.api.client.Style
import dev.patchbay.api.wire.ConnectionException
import dev.patchbay.api.wire.Message
import java.util.concurrent.ConcurrentSkipListMap

private const val MOST_PLACES = 10_000

/**
 * A person who looks at the weather, or reports it.
 *
 * Until `watch` it asks and waits for the answer; from then on a task in the background reads what comes, and the user's
 * commands only send.
 */
internal class WeatherSession(private val context: ClientContext) : ClientSession {

    private val lines = context.connection().lines()
    private val seen = ConcurrentSkipListMap<String, Reading>()
    private var watching = false

    private val commands = listOf(
        Command.of("now", "shows the newest reading of each place") { now() },
        Command.of("watch", "shows each new reading as it comes") { watch() },
        Command.of("report PLACE DEGREES", "reports a temperature") { typed("${it.text("PLACE")} ${it.text("DEGREES")}") }
            .completing("PLACE") { seen.keys.toList() }
            .example("report roof 21.5"),
    )

    override fun typed(line: String) {
        val reading = requireNotNull(Reading.parse(line)) { "'$line' is no reading such as 'roof 21.5': a place in one word, and degrees" }
        context.publish(Message.text("report $reading\n"))
    }

    private fun now() {
        if (!watching) ask()
        seen.values.forEach(::show)
        if (seen.isEmpty() && context.console().interactive()) context.console().print(Item.text("no news", Style.MUTED))
    }

    private fun ask() {
        lines.send("now")
        val count = lines.receive().toIntOrNull()?.takeIf { it in 0..MOST_PLACES } ?: throw violation("no number of readings")
        seen.clear()
        repeat(count) { remember(Reading.parse(lines.receive()) ?: throw violation("no reading")) }
    }

    private fun watch() {
        require(!watching) { "what comes is shown already" }
        now()
        context.publish(Message.text("watch\n"))
        watching = true
        context.background { listen() }
    }

    /** Goes on until there is nothing more to receive, which is an exception that the host understands. */
    private fun listen() {
        while (true) {
            val line = lines.receive()
            val reading = Reading.parse(line)
            if (reading == null) {
                context.console().print(Item.text(line, Style.BAD))
            } else {
                remember(reading)
                show(reading)
            }
        }
    }

    private fun remember(reading: Reading) {
        if (seen.size < MOST_PLACES || reading.place in seen) seen[reading.place] = reading
    }

    private fun show(reading: Reading) =
        context.console().print(Item.of("reading").with("place", reading.place, Style.NAME).with("degrees", "${reading.degrees}", Style.STRONG))

    private fun violation(message: String) = ConnectionException.violation("the server's answer is $message")

    override fun commands() = commands

    override fun status() = if (watching) "watching" else ""

    override fun textHelp() = "is a reading to report, such as roof 21.5"
}

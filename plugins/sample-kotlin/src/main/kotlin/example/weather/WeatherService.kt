package example.weather

import dev.patchbay.api.StreamService
import dev.patchbay.api.journal.Topic
import dev.patchbay.api.wire.Connection
import dev.patchbay.api.wire.Lines
import dev.patchbay.api.wire.Message

private const val REPORT = "report "
private const val LONGEST_LINE = 100

/** The server side: one call of [serve] for each client, top to bottom. */
internal class WeatherService(private val newest: NewestReadings, private val readings: Topic) : StreamService {

    override fun serve(peer: Connection) {
        val lines = peer.lines(LONGEST_LINE)
        var watching = false
        while (lines.hasNext()) {
            val request = lines.receive()
            when {
                request.startsWith(REPORT) -> report(request.removePrefix(REPORT), lines)
                request == "now" -> tell(newest.list(), lines)
                // The subscription ends with the connection.
                request == "watch" && !watching -> watching = readings.subscribe(peer).let { true }
                else -> lines.send("error: say 'report PLACE DEGREES', 'now', or 'watch' once")
            }
        }
    }

    /** Is not answered if it is well, so that a station can hang up at once. Nobody who watches is waited for. */
    private fun report(text: String, lines: Lines) {
        val reading = Reading.parse(text) ?: return lines.send("error: '$text' is no reading such as 'roof 21.5'")
        newest.add(reading)
        readings.publish(Message.text("$reading\n"))
    }

    private fun tell(list: List<Reading>, lines: Lines) {
        lines.send("${list.size}")
        list.forEach { lines.send("$it") }
    }
}

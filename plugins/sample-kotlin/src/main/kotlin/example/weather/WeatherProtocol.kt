package example.weather

import dev.patchbay.api.Option
import dev.patchbay.api.Protocol
import dev.patchbay.api.ProtocolInfo
import dev.patchbay.api.Service
import dev.patchbay.api.ServiceContext
import dev.patchbay.api.client.ClientMode
import java.time.Duration

private val FRESH = Option.duration("fresh", Duration.ofHours(1), "how long a reading is news; older ones are not told")

private val INFO = ProtocolInfo.of("weather", "1.0")
    .banner("Weather Server 1.0")
    .silent()
    .port(10444)
    .summary("tells whoever watches what weather stations report")
    .options(FRESH)

/** The weather. The one public class: the gateway and the REPL find it by its name in `META-INF/services`. */
class WeatherProtocol : Protocol {

    override fun info(): ProtocolInfo = INFO

    override fun open(context: ServiceContext): Service =
        WeatherService(NewestReadings(context.clock(), context.option(FRESH)), context.topic("readings"))

    override fun clientMode() = ClientMode { context -> WeatherSession(context) }
}

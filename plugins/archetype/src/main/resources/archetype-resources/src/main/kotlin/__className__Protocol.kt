package ${package}

import dev.patchbay.api.Option
import dev.patchbay.api.Protocol
import dev.patchbay.api.ProtocolInfo
import dev.patchbay.api.ServiceContext
import dev.patchbay.api.StreamService
import dev.patchbay.api.client.ClientMode
import dev.patchbay.api.client.ClientSession
import dev.patchbay.api.wire.Frames

private val MARK = Option.text("mark", "!", "stands behind each answer")

private val INFO = ProtocolInfo.of("${artifactId}", "1.0")
    .banner("${className} Server 1.0")
    .port(10777)
    .summary("says it louder")
    .options(MARK)

/** Says louder whatever it is told. */
class ${className}Protocol : Protocol {

    override fun info(): ProtocolInfo = INFO

    /** The server side. Each connection has a thread of its own, on which it is served from its first message to its last. */
    override fun open(context: ServiceContext): StreamService {
        val mark = context.option(MARK)
        return StreamService.of { peer ->
            val frames = peer.frames()
            while (frames.hasNext()) {
                frames.send(Frames.cut(frames.receive().uppercase() + mark))
            }
        }
    }

    /** The REPL side: what a typed line does. */
    override fun clientMode() = ClientMode { context ->
        ClientSession { line ->
            context.connection().frames().send(line)
            context.console().print(context.connection().frames().receive())
        }
    }
}

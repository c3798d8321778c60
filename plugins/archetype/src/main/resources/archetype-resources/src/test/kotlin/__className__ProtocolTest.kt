package ${package}

import dev.patchbay.testkit.ModeDriver
import dev.patchbay.testkit.ProtocolServer
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ${className}ProtocolTest {

    private val protocol = ${className}Protocol()

    @Test
    fun `a message is answered louder`() {
        ProtocolServer.start(protocol).use { server ->
            server.connect().use { peer ->
                peer.expectFrame("${className} Server 1.0")
                peer.sendFrame("hello")
                peer.expectFrame("HELLO!")
            }
        }
    }

    @Test
    fun `the mark is the operator's choice`() {
        ProtocolServer.of(protocol).option("mark", "?").start().use { server ->
            server.connect().use { peer ->
                peer.expectFrame("${className} Server 1.0")
                peer.sendFrame("hello")
                peer.expectFrame("HELLO?")
            }
        }
    }

    @Test
    fun `a typed line is sent and the answer printed`() {
        ProtocolServer.start(protocol).use { server ->
            ModeDriver.open(protocol, server.address(), "alice").use { repl ->
                repl.type("hello")

                assertThat(repl.console().lines()).containsExactly("HELLO!")
            }
        }
    }
}

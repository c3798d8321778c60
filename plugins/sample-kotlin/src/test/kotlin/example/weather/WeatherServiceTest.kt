package example.weather

import dev.patchbay.testkit.ProtocolServer
import dev.patchbay.testkit.TestPeer
import org.awaitility.Awaitility.await
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

class WeatherServiceTest {

    private val server = ProtocolServer.start(WeatherProtocol())

    @AfterEach
    fun stop() = server.close()

    @Test
    fun `whoever watches is told each reading, whoever does not is not`() {
        server.connect().use { watcher ->
            server.connect().use { other ->
                watch(watcher)
                other.send("report roof 21.5\nnonsense\n")

                watcher.expect("roof 21.5\n")
                other.expect("error: say")
            }
        }
    }

    @Test
    fun `now tells the newest reading of each place, the latest last`() {
        server.connect().use { peer ->
            peer.send("now\nreport roof 21.5\nreport cellar -3\nreport roof 22\nnow\n")
            peer.expect("0\n2\ncellar -3\nroof 22\n")
        }
    }

    @Test
    fun `what is no reading is an error, and told to nobody`() {
        server.connect().use { watcher ->
            server.connect().use { peer ->
                watch(watcher)
                for (text in listOf("roof", "roof warm", "roof 1e9", "on the roof 20", "\u001b[2J 20", "")) {
                    peer.send("report $text\n")
                    peer.expect("error: '$text' is no reading such as 'roof 21.5'\n")
                }
                peer.send("report roof 20\n")
                watcher.expect("roof 20\n")
            }
        }
    }

    /** A watcher is one as soon as its second `watch` is refused. */
    private fun watch(peer: TestPeer) {
        peer.send("watch\nwatch\n")
        peer.expect("error: say 'report PLACE DEGREES', 'now', or 'watch' once\n")
    }

    @Test
    fun `a station may hang up as soon as it has reported`() {
        server.connect().use { it.send("report roof 21.5\n") }

        await().until { server.sessions() == 0 }
        server.connect().use { peer ->
            peer.send("now\n")
            peer.expect("1\nroof 21.5\n")
        }
    }
}

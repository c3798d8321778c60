package example.weather

import dev.patchbay.testkit.ModeDriver
import dev.patchbay.testkit.ProtocolServer
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

class WeatherSessionTest {

    private val server = ProtocolServer.start(WeatherProtocol())
    private val repl = ModeDriver.open(WeatherProtocol(), server.address(), "alice")

    @AfterEach
    fun stop() {
        repl.close()
        server.close()
    }

    @Test
    fun `a line is a reading, and now shows the newest ones`() {
        repl.type("now")
        repl.type("roof 21.5")
        repl.type("report cellar -3")
        repl.type("now")

        assertThat(repl.console().lines()).containsExactly("no news", "cellar -3", "roof 21.5")
    }

    @Test
    fun `watch shows what comes, also what others report`() {
        repl.type("watch")
        repl.type("roof 21.5")
        repl.console().expect("roof 21.5")
        server.connect().use { it.send("report cellar -3\n") }
        repl.console().expect("cellar -3")

        assertThat(repl.session().commands()[2].candidates("")).containsExactly("cellar", "roof")
        assertThat(repl.session().status()).isEqualTo("watching")
    }

    @Test
    fun `a line that is no reading is told without asking the server`() {
        assertThatThrownBy { repl.type("it is warm") }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("'it is warm' is no reading")
    }
}

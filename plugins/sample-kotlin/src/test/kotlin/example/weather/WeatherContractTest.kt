package example.weather

import dev.patchbay.testkit.StreamProtocolContract
import dev.patchbay.testkit.WireSamples

/** What every protocol owes its peers; all the tests are in the class above. */
class WeatherContractTest : StreamProtocolContract() {

    override fun samples(): WireSamples = WireSamples.of(WeatherProtocol())
        .conversation { peer ->
            peer.send("report roof\n")
            peer.expect("error: 'roof' is no reading such as 'roof 21.5'\n")
        }
        .request("report roof 21.5\nnow\n")
        .unfinished("report ro")
        .largest { peer ->
            peer.send("x".repeat(100) + "\n")
            peer.expect("error: ")
        }
        .tooLarge { peer ->
            peer.send("x".repeat(101) + "\n")
            peer.expectEnd()
        }
}

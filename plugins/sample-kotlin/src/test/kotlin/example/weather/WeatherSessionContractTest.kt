package example.weather

import dev.patchbay.testkit.ClientModeContract

/** What every mode owes its user; all the tests are in the class above. */
class WeatherSessionContractTest : ClientModeContract() {

    override fun protocol() = WeatherProtocol()

    override fun lines(): List<String> = listOf("now", "watch", "roof 21.5")

    override fun answers(): ByteArray = "1\nroof 21.5\n1\nroof 21.5\nroof 22\n".toByteArray()
}

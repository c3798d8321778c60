package ${package}

import dev.patchbay.testkit.ClientModeContract

/** What every mode owes its user: whatever a server answers, what was typed ends, and well. */
class ${className}ClientModeContractTest : ClientModeContract() {

    override fun protocol() = ${className}Protocol()

    override fun lines(): List<String> = listOf("hello", "hello")

    override fun answers(): ByteArray = "0006HELLO!0006HELLO!".toByteArray()
}

package example.weather

import java.math.BigDecimal

/** What a station reports: a place, and the temperature there in degrees Celsius. */
internal data class Reading(val place: String, val degrees: BigDecimal) {

    /** The reading as it stands on the wire. */
    override fun toString() = "$place ${degrees.toPlainString()}"

    companion object {

        // What stands here is passed on to others: nothing in it may move their cursors.
        private val FORM = Regex("""([\p{L}\p{N}_-]{1,40}) (-?\d{1,3}(?:\.\d{1,2})?)""")

        /** The reading that a text is, or null if it is none. */
        fun parse(text: String): Reading? = FORM.matchEntire(text)?.destructured?.let { (place, degrees) -> Reading(place, BigDecimal(degrees)) }
    }
}

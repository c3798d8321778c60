package example.weather

import java.time.Clock
import java.time.Duration
import java.time.Instant

/** The newest reading of each place, as long as it is news. Safe for all threads. */
internal class NewestReadings(private val clock: Clock, private val fresh: Duration) {

    private class Dated(val reading: Reading, val time: Instant)

    private val readings = LinkedHashMap<String, Dated>()

    @Synchronized
    fun add(reading: Reading) {
        // Removed first, so that those that have been silent for longest stand at the beginning.
        readings.remove(reading.place)
        readings[reading.place] = Dated(reading, clock.instant())
        if (readings.size > MOST_PLACES) readings.remove(readings.keys.first())
    }

    @Synchronized
    fun list(): List<Reading> = readings.values.filter { it.time >= clock.instant() - fresh }.map { it.reading }

    private companion object {

        // Anybody can invent places: they must not fill the memory.
        const val MOST_PLACES = 1000
    }
}

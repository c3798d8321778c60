package example.weather

import dev.patchbay.testkit.HandClock
import java.math.BigDecimal
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class NewestReadingsTest {

    private val clock = HandClock()
    private val newest = NewestReadings(clock, Duration.ofHours(1))

    @Test
    fun `a reading is news for an hour`() {
        newest.add(reading("roof"))
        clock.advance(Duration.ofMinutes(30))
        newest.add(reading("cellar"))
        clock.advance(Duration.ofMinutes(30))
        assertThat(newest.list()).containsExactly(reading("roof"), reading("cellar"))

        clock.advance(Duration.ofMillis(1))
        assertThat(newest.list()).containsExactly(reading("cellar"))
    }

    @Test
    fun `of too many places those go that have been silent for longest`() {
        for (i in 0..<1000) newest.add(reading("place-$i"))
        newest.add(reading("place-0"))
        newest.add(reading("one-more"))

        assertThat(newest.list()).hasSize(1000).contains(reading("place-0")).doesNotContain(reading("place-1"))
    }

    private fun reading(place: String) = Reading(place, BigDecimal.TEN)
}

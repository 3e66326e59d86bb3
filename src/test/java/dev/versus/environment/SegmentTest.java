package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentTest {

    /** From {@code /proc/sysvipc/shm} of Linux 6.1. */
    private static final String ROW =
            "         0          7   600                  4096   4711   4712      0     0     0"
                    + "     0     0 1790000010 1790000020 1790000000                     0                     0";

    @Test
    void a_row_tells_who_made_a_segment_and_when_and_whether_it_is_in_use() {
        assertThat(new Segment(ROW)).isEqualTo(new Segment("7", 4711, true, 1_790_000_000));
    }

    @Test
    void ticks_since_boot_are_a_time_of_day() {
        assertThat(new BootClock(1_790_000_000).secondsAt(new ProcessIdentity(1, "250@abcdef01/4026531836")))
                .isEqualTo(1_790_000_002);
    }

    @Test
    void a_process_whose_start_is_unknown_has_made_nothing_yet() {
        assertThat(new BootClock(1_790_000_000).secondsAt(new ProcessIdentity(1, "ended")))
                .isEqualTo(Long.MAX_VALUE);
    }
}

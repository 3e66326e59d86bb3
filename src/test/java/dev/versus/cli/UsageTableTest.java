package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Account;
import dev.versus.measurement.Counters;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.ServiceUsage;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UsageTableTest {

    private static ServiceUsage used(double cpuSeconds, long mib, Counters counters) {
        return new ServiceUsage(Account.CGROUP, cpuSeconds, mib << 20, counters);
    }

    private static Counters bytes(long received, long sent, long read) {
        return new Counters(
                OptionalLong.of(received),
                OptionalLong.of(sent),
                OptionalLong.of(read),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Test
    void a_line_tells_what_a_replica_used_a_second_between_two_readings() {
        Map<String, ServiceUsage> before = Map.of("web-1", used(10, 100, bytes(0, 1024, 4096)));
        Map<String, ServiceUsage> after = Map.of("web-1", used(10.5, 120, bytes(2048, 11_264, 4096)));

        assertThat(new UsageTable(List.of("web-1"), 2).lines(before, after))
                .containsExactly(
                        "service  CPU %  memory MiB  received KiB/s  sent KiB/s  read KiB/s  written KiB/s",
                        "web-1     25.0       120.0             1.0         5.0         0.0              –");
    }

    @Test
    void what_was_not_there_before_is_not_told_yet() {
        Map<String, ServiceUsage> after = Map.of("web-1", used(10, 100, MadeUp.noCounters()));

        assertThat(new UsageTable(List.of("web-1"), 1).lines(Map.of(), after).get(1))
                .matches("web-1 +– +– +– +– +– +–");
    }
}

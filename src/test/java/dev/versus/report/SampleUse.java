package dev.versus.report;

import dev.versus.measurement.Account;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.Counters;
import dev.versus.measurement.CpuTimes;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a round of {@link SampleRun} used: one service has a cgroup of its own, the other has not. */
final class SampleUse {

    private static final String PRODUCTS = "product-service-1";
    private static final String CACHE = "redis-1";

    private SampleUse() {}

    /**
     * The use of one round.
     *
     * @param published whether requests came by the published port: it is dearer, and held back at times
     */
    static Consumption of(boolean published) {
        CpuTimes cpu = new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.06, PRODUCTS, published ? 0.31 : 0.29, CACHE, 0.04));
        return new Consumption(
                cpu,
                Map.of(PRODUCTS, 188_743_680L, CACHE, 9_437_184L),
                0.97,
                0.01,
                50,
                Map.of(PRODUCTS, Account.CGROUP, CACHE, Account.PROCESSES),
                Map.of(PRODUCTS, counters(published ? 0.002 : 0)));
    }

    private static Counters counters(double throttled) {
        return new Counters(
                OptionalLong.of(210_000),
                OptionalLong.of(5_024_000),
                OptionalLong.of(0),
                OptionalLong.of(8_192),
                OptionalDouble.of(throttled),
                OptionalDouble.empty());
    }
}

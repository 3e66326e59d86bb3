package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankDistributionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 10, 14})
    void agreesWithEveryAssignmentOfSigns(int n) {
        SignedRankDistribution distribution = SignedRankDistribution.of(n);
        long[] counts = SignRuns.countsBySum(n);
        long seen = 0;
        for (int sum = 0; sum < counts.length; sum++) {
            seen += counts[sum];
            assertThat(distribution.atMost(sum)).isEqualTo((double) seen / (1 << n));
        }
    }

    /** Critical values of T, two-sided: R. L. McCornack, Journal of the American Statistical Association 60 (1965), 864–871. */
    @ParameterizedTest
    @CsvSource({
        "5, 0.05, -1",
        "6, 0.05, 0",
        "7, 0.05, 2",
        "8, 0.05, 3",
        "9, 0.05, 5",
        "10, 0.05, 8",
        "12, 0.05, 13",
        "15, 0.05, 25",
        "20, 0.05, 52",
        "25, 0.05, 89",
        "30, 0.05, 137",
        "40, 0.05, 264",
        "50, 0.05, 434",
        "7, 0.02, 0",
        "10, 0.02, 5",
        "20, 0.02, 43",
        "30, 0.02, 120",
        "10, 0.01, 3",
        "30, 0.01, 109",
        "50, 0.01, 373"
    })
    void agreesWithThePublishedCriticalValues(int n, double error, int critical) {
        assertThat(SignedRankDistribution.of(n).largestCritical(error)).isEqualTo(critical);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 50, 100, 200})
    void addsUpToOne(int n) {
        SignedRankDistribution distribution = SignedRankDistribution.of(n);
        assertThat(distribution.atMost(n * (n + 1) / 2)).isEqualTo(1, within(1e-12));
        assertThat(distribution.atMost(-1)).isZero();
    }
}

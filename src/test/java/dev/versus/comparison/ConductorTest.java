package dev.versus.comparison;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static dev.versus.workload.Stress.stress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import dev.versus.workload.StepOutcome;
import dev.versus.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConductorTest extends ConductedByHand {

    /** Slices of ten requests tell no CPU time, so thirty of each target are level by their latency. */
    private static final int WARM = 60;

    @Test
    void warmsUpUntilLevelAndTheLeastTimeHasPassed() {
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 1);
        assertThat(outcome.warmUp().level()).isTrue();
        assertThat(outcome.warmUp().seconds()).isEqualTo(WARM / 2.0);
        assertThat(outcome.warmUp().slices()).hasSize(WARM);
        assertThat(outcome.warmUp().requests()).isEqualTo(WARM * 10L);
    }

    @Test
    void givesUpWarmingAtTheMostTimeAndSaysSo() {
        int[] faster = {1};
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 1_000_000 / faster[0]++)), fixedRequests(10), 1);
        assertThat(outcome.warmUp().level()).isFalse();
        assertThat(outcome.warmUp().seconds()).isEqualTo(60);
    }

    @Test
    void endsEarlyOnceATargetIsLost() {
        conduct(losing(Stretch.Part.ROUND), fixedRequests(10), 6);
        assertThat(offered).filteredOn(Stretch::counted).hasSize(2);
        assertThat(stopped).isEmpty();
    }

    @Test
    void playsASingleRoundIfATargetIsLostWhileItWarms() {
        Outcome outcome = conduct(losing(Stretch.Part.WARM_UP), fixedRequests(10), 6);
        assertThat(outcome.warmUp().level()).isFalse();
        assertThat(offered).extracting(Stretch::part).doesNotContain(Stretch.Part.DRESS_REHEARSAL);
        assertThat(offered).filteredOn(Stretch::counted).hasSize(2);
        assertThat(rehearsals).isZero();
    }

    /** A generator that reaches its targets until a phase begins. */
    private LoadGenerator losing(Stretch.Part from) {
        return new LoadGenerator() {
            @Override
            public Measurement offer(Stretch stretch) {
                return ConductorTest.this.offer(stretch, MadeUp.answers(10, 1_000));
            }

            @Override
            public boolean reaches(Collection<Target> targets) {
                return offered.stream().noneMatch(stretch -> stretch.part() == from);
            }
        };
    }

    @Test
    void warmsEveryTargetBeforeTheFirstRoundAndCountsNoneOfIt() {
        conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 2);
        assertThat(offered).hasSize(WARM + 4 + 3 + 4);
        assertThat(offered.subList(0, WARM)).extracting(Stretch::part).containsOnly(Stretch.Part.WARM_UP);
        assertThat(offered.subList(0, 2)).extracting(Stretch::target).containsExactlyInAnyOrder(A, B);
        assertThat(offered.subList(WARM, WARM + 4)).extracting(Stretch::part).containsOnly(Stretch.Part.REHEARSAL);
        assertThat(offered.subList(WARM + 4, WARM + 7))
                .extracting(Stretch::part)
                .containsOnly(Stretch.Part.DRESS_REHEARSAL);
        assertThat(offered.subList(WARM + 4, WARM + 7))
                .extracting(Stretch::turn)
                .containsExactly(1, 2, 3);
        assertThat(offered.subList(WARM + 7, WARM + 11))
                .extracting(Stretch::part)
                .containsOnly(Stretch.Part.ROUND);
        assertThat(offered.subList(WARM + 7, WARM + 11))
                .extracting(Stretch::seed)
                .doesNotContainAnyElementsOf(offered.subList(WARM + 4, WARM + 7).stream()
                        .map(Stretch::seed)
                        .toList());
    }

    @Test
    void playsTheTurnsAsPlannedAndTellsOfEachAsItEnds() {
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 3);
        assertThat(outcome.rounds()).extracting(Round::turn).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(outcome.of("a")).extracting(Round::number).containsExactly(1, 2, 3);
        assertThat(told).hasSize(7).startsWith("warm").contains("a1", "b3");
        assertThat(outcome.total("b").answered()).isEqualTo(30);
    }

    @Test
    void rehearsesBriefRoundsAndCountsNoneOfThem() {
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 2);
        assertThat(offered).filteredOn(Stretch::counted).hasSize(4);
        assertThat(outcome.rounds()).hasSize(4);
    }

    @Test
    void rehearsesNoWholeRoundThatWouldTakeLongerThanTheTimeForIt() {
        conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(1_000_000), 1);
        assertThat(rehearsals).isZero();
        conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 1);
        assertThat(rehearsals).isPositive();
    }

    private int rests;

    @Test
    void rehearsesLongerWhileTheGeneratorIsBusyWithItself() {
        LoadGenerator compiling = new LoadGenerator() {
            @Override
            public Measurement offer(Stretch stretch) {
                return ConductorTest.this.offer(stretch, MadeUp.answers(10, 1_000));
            }

            @Override
            public boolean isAtRest() {
                return offered.size() <= WARM || offered.size() > WARM + 5;
            }

            @Override
            public void rest(Duration time) {
                rests++;
            }
        };
        conduct(compiling, fixedRequests(10), 1);
        assertThat(offered)
                .as("three times both, and both at rest twice")
                .filteredOn(s -> s.part() == Stretch.Part.REHEARSAL)
                .hasSize(10);
        assertThat(rests).isEqualTo(3);
        assertThat(offered)
                .filteredOn(s -> s.part() == Stretch.Part.DRESS_REHEARSAL)
                .hasSize(3);
    }

    @Test
    void roundsThatAreWarmedUpByBrieferOnesAreRehearsedByThese() {
        Workload slow =
                fixedRequests(10).get("/slow").warmedUpBy(fixedRequests(1).get("/brief"));
        conduct(s -> offer(s, MadeUp.answers(10, 1_000)), slow, 1);
        assertThat(rehearsals).isZero();
        assertThat(offered).filteredOn(Stretch::counted).hasSize(2).allMatch(stretch -> asksFor("/slow", stretch));
        assertThat(offered)
                .filteredOn(stretch -> !stretch.counted())
                .hasSize(WARM + 4 + 3)
                .allMatch(s -> asksFor("/brief", s));
    }

    private static boolean asksFor(String path, Stretch stretch) {
        return stretch.workload().tasks().get(0).request().path().equals(path);
    }

    @Test
    void endsWhenTheRuleSaysSoAndTellsWhy() {
        stopping = (observed, rule) -> observed.rounds() == 3 ? Decision.STOP_DECIDED : Decision.CONTINUE;
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 8);
        assertThat(outcome.rounds()).hasSize(6);
        assertThat(stopped).containsExactly(new Stopped(3, Decision.STOP_DECIDED));
    }

    @Test
    void theLastPlannedRoundEndsARunThatNoRuleEnds() {
        conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 3);
        assertThat(stopped).containsExactly(new Stopped(3, Decision.STOP_AT_CAP));
    }

    @Test
    void aRestartMovesTargetsAndWarmsThemAgain() {
        Target moved = new Target("b", List.of(URI.create("http://elsewhere")));
        restarts = (round, planned) -> round == 2 ? Optional.of(List.of(A, moved)) : Optional.empty();
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 1_000)), fixedRequests(10), 2);
        assertThat(offered).filteredOn(s -> s.target().equals(moved)).isNotEmpty();
        assertThat(offered.get(offered.size() - 1).target()).isIn(A, moved);
        assertThat(offered).filteredOn(s -> !s.counted()).hasSizeGreaterThan(WARM + 12);
        assertThat(outcome.rounds()).hasSize(4);
        assertThat(restarted).singleElement().satisfies(restart -> {
            assertThat(restart.before()).isEqualTo(2);
            assertThat(restart.warmUp().level()).isTrue();
        });
    }

    @Test
    void aRoundHoldsAllStepsOfItsWorkload() {
        Outcome outcome =
                conduct(s -> offer(s, MadeUp.answers(10, s.step().users() < 4 ? 1_000 : 600_000)), stress(), 1);
        Round round = outcome.of("a").get(0);
        assertThat(round.steps()).extracting(StepOutcome::users).containsExactly(1, 2, 4);
        assertThat(round.measurement().answered()).isEqualTo(30);
    }

    @Test
    void theTargetsOfARoundShareTheirSeedsAndNoOtherStretchesDo() {
        conduct(s -> offer(s, MadeUp.answers(10, 1_000)), stress().concurrency(1, 8), 5);
        List<Long> ofA = seeds("a");
        assertThat(ofA).hasSize(5 * 4).doesNotHaveDuplicates().isEqualTo(seeds("b"));
    }

    private List<Long> seeds(String target) {
        return offered.stream()
                .filter(s -> s.counted() && s.target().name().equals(target))
                .map(Stretch::seed)
                .toList();
    }
}

package dev.versus.run;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.revision.Revision;
import dev.versus.verdict.Claim;
import dev.versus.workload.Workload;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevisionArmTest {

    private static final Revision MAIN = new Revision("main");
    private static final SystemUnderTest SHOP = new SystemUnderTest("shop", Optional.of("jvm"));
    private static final Workload LOAD = fixedRequests(100).get("/");

    private final Placement shop = SHOP.in(new EnvironmentChoice("process"));
    private final EntryPoint direct = shop.target("direct", "product-service");
    private final EntryPoint gateway = shop.target("gateway", "api-gateway");

    private static ComparisonDraft draft(EntryPoint... targets) {
        return new ComparisonDraft(List.of(targets)).under(LOAD);
    }

    private static void assertRefused(ThrowingCallable mistake, String sentence) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(mistake).withMessage(sentence);
    }

    @Test
    void each_target_stands_beside_itself_at_the_revision_under_the_same_load() {
        ComparisonDraft draft = draft(direct, gateway);
        RevisionArm.add(MAIN, draft);
        assertThat(draft.targets())
                .extracting(EntryPoint::name)
                .containsExactly("direct", "gateway", "direct at main", "gateway at main");
        assertThat(draft.workloads()).containsEntry("gateway at main", LOAD).hasSize(4);
        assertThat(draft.targets().get(3).place()).hasToString("api-gateway of shop/jvm at main in process");
    }

    @Test
    void targets_of_one_deployment_stay_in_one_deployment() {
        ComparisonDraft draft = draft(direct, gateway);
        RevisionArm.add(MAIN, draft);
        assertThat(draft.targets())
                .extracting(target -> ((EntryPoint.Service) target.place()).deployment())
                .doesNotContainNull()
                .satisfies(all -> assertThat(all.get(2)).isSameAs(all.get(3)).isNotSameAs(all.get(0)));
    }

    @Test
    void gates_tell_a_slower_target() {
        ComparisonDraft draft = draft(direct);
        RevisionArm.add(MAIN, draft);
        assertThat(draft.questions().claims()).extracting(Claim::gate).containsExactly(true, true, false);
        assertThat(draft.questions().claims())
                .extracting(claim -> claim.text() + ": " + claim.statement().describe())
                .containsExactly(
                        "direct has the throughput that it has at main: throughput of direct relative to direct at main is at"
                                + " least 0.95",
                        "direct has the median latency that it has at main: p50 of direct relative to direct at main is at"
                                + " most 1.05",
                        "direct has the CPU time per request that it has at main: cpu-per-request of direct relative to direct"
                                + " at main is at most 1.05");
    }

    @Test
    void an_address_has_no_revision_and_stays_alone() {
        EntryPoint there = new EntryPoint("there", new EntryPoint.Address(URI.create("http://127.0.0.1:1")));
        ComparisonDraft draft = draft(there, direct);
        RevisionArm.add(MAIN, draft);
        assertThat(draft.targets()).extracting(EntryPoint::name).containsExactly("there", "direct", "direct at main");
        assertRefused(
                () -> RevisionArm.add(MAIN, draft(there)),
                "-Dversus.revision=main: this run starts no system that could be taken at a revision; leave it out.");
    }

    @Test
    void a_simulation_that_chooses_its_revisions_is_left_alone() {
        EntryPoint before =
                SHOP.at(new Revision("v1")).in(new EnvironmentChoice("process")).target("before", "api-gateway");
        assertRefused(
                () -> RevisionArm.add(MAIN, draft(gateway, before)),
                "-Dversus.revision=main: this simulation chooses its revisions itself; leave it out.");
    }
}

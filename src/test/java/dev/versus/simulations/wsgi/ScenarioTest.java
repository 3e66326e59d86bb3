package dev.versus.simulations.wsgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.Placement;
import dev.versus.run.SystemUnderTest;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void theLimitIsTheCallsOfARequestOrTheBatchesOfClients() {
        assertThat(Scenario.FAN_OUT).extracting(Scenario::limit).containsExactly(1, 5, 10, 20, 50);
        assertThat(Scenario.CLIENTS).extracting(Scenario::limit).containsExactly(1, 2, 3, 7, 13);
        assertThat(Scenario.STRESS.limit()).isEqualTo(100);
    }

    @Test
    void aRoundOfAllTakesAsLongAsTheDelaysSay() {
        double seconds = Scenario.all(false).stream()
                .mapToDouble(scenario -> scenario.leastOfFlask() + scenario.leastOfQuart())
                .sum();
        assertThat(seconds).isCloseTo(40.5 + 3.3 + 9.2 + 3.0 + 50.5, within(1e-9));
    }

    @Test
    void aQuickRunHasWhatTellsLeastAndMost() {
        assertThat(Scenario.all(true))
                .extracting(Scenario::name)
                .containsExactly("fan-out-1", "fan-out-50", "clients-100");
        assertThat(Scenario.all(false)).hasSize(11).containsAll(Scenario.all(true));
    }

    @Test
    void everyClientSendsOneRequestOverAConnectionOfItsOwn() {
        FixedRequests crowd = Scenario.CROWD.against(server("quart-server", true));
        assertThat(crowd.number()).isEqualTo(100);
        assertThat(crowd.concurrency()).isEqualTo(100);
        assertThat(crowd.keepAlive()).isFalse();
        assertThat(crowd.request().path()).isEqualTo("/benchmark/quart-io-test?delay=0.2&concurrent=1");
    }

    @Test
    void warmingUpTakesLessThanASecondOnEveryConnection() {
        Workload stress = Scenario.STRESS.against(server("flask-server", false)).whileWarming();
        assertThat(paths(stress)).containsExactly("/benchmark/flask-io-test?delay=0.1&concurrent=4");
        Workload atOnce = Scenario.STRESS.against(server("quart-server", true)).whileWarming();
        assertThat(paths(atOnce)).containsExactly("/benchmark/quart-io-test?delay=0.1&concurrent=100");
    }

    private static Server server(String service, boolean callsAtOnce) {
        Placement deployment = new SystemUnderTest("slow-io", Optional.empty()).in(new EnvironmentChoice("process"));
        return new Server("a server", deployment, service, callsAtOnce);
    }

    private static List<String> paths(Workload workload) {
        return workload.tasks().stream().map(task -> task.request().path()).toList();
    }
}

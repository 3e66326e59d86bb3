package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.PortHolder;
import dev.versus.report.Fingerprints;
import dev.versus.system.SystemDefinition;
import dev.versus.verdict.diagnostic.Surroundings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvestigationTest {

    @Test
    void onThePathAreTheServiceThatIsAskedAndAllThatItDependsOn() {
        SystemDefinition shop = SystemDefinition.read(Path.of("services"), "shop", "jvm");
        assertThat(Investigation.path(shop, "product-service"))
                .containsExactlyInAnyOrder("product-service", "postgres", "redis");
        assertThat(Investigation.path(shop, "load-balancer"))
                .containsExactlyInAnyOrder(
                        "load-balancer", "api-gateway", "product-service", "order-service", "postgres", "redis");
    }

    @Test
    void ofAnAddressThatWasThereAlreadyOnlyTheWayIsKnown() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + open.getLocalPort());
            EntryPoint point = new EntryPoint("there", new EntryPoint.Address(address));
            Map<String, Surroundings> found = Investigation.of(List.of(point), Map.of(), placement -> Optional.empty());
            assertThat(found).containsEntry("there", Surroundings.unknown());
            assertThat(Investigation.fingerprints(found)).isEqualTo(Fingerprints.none());
            assertThat(PortHolder.program(open.getLocalPort())).contains("java");
        }
    }
}

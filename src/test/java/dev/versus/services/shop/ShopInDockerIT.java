package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.Reach;
import dev.versus.environment.Requirement;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.services.shop.contract.ShopContract;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant of the shop keeps its contract in containers, by every way that leads to it. */
@Timeout(900)
class ShopInDockerIT {

    @BeforeEach
    void requireEngine() {
        List<Requirement> missing = new EnvironmentChoice("docker")
                .environment().requirements().stream().filter(one -> !one.met()).toList();
        assumeTrue(missing.isEmpty(), "SKIPPED, for " + missing + " is missing: ./versus provision docker images");
    }

    private static Deployment launch(String variant, EnvironmentChoice choice) {
        return choice.environment().launch(SystemDefinition.read(Path.of("services"), "shop", variant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "flask-gunicorn", "flask-werkzeug"})
    void on_networks_of_its_own(String variant) throws Exception {
        try (Deployment shop = launch(variant, new EnvironmentChoice("docker"))) {
            assertThat(shop.services())
                    .hasSize(7)
                    .allMatch(one -> shop.health(one).healthy());
            ShopContract.verify(
                    shop.addresses("load-balancer", Reach.PUBLISHED_PORT).get(0));
            ShopContract.verify(
                    shop.addresses("load-balancer", Reach.SERVICE_ADDRESS).get(0));
            ShopContract.verify(shop.addresses("api-gateway").get(0));
            for (URI replica : shop.addresses("product-service")) {
                ShopContract.verifyProducts(replica);
            }
            ShopContract.verifyOrders(shop.addresses("order-service").get(0));
            assertConfined(Fingerprinting.of(shop));
        }
    }

    private static void assertConfined(Map<String, Map<String, String>> fingerprints) {
        assertThat(fingerprints).hasSize(6);
        fingerprints.forEach((service, values) -> assertThat(values)
                .as(service)
                .containsEntry("isolation.network", "own")
                .containsEntry("isolation.system-calls", "filtered")
                .hasEntrySatisfying("isolation.user", user -> assertThat(user).isNotEqualTo("0"))
                .hasEntrySatisfying("limit.memory", limit -> assertThat(limit).endsWith(" MiB"))
                .hasEntrySatisfying("isolation.image", id -> assertThat(id).startsWith("sha256:")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "flask-gunicorn"})
    void on_the_network_of_the_host(String variant) throws Exception {
        try (Deployment shop = launch(variant, new EnvironmentChoice("docker").hostNetwork())) {
            URI entry = shop.addresses("load-balancer").get(0);
            assertThat(entry).hasHost("127.0.0.1");
            ShopContract.verify(entry);
            ShopContract.verify(shop.addresses("api-gateway").get(0));
            assertThat(shop.inThePath("load-balancer", Reach.USUAL)).isEmpty();
            assertThat(listening(shop)).hasSize(7);
            assertThat(Fingerprinting.of(shop).values())
                    .allSatisfy(values -> assertThat(values).containsEntry("isolation.network", "the host's"));
        }
    }

    private static List<Integer> listening(Deployment shop) {
        return shop.services().stream()
                .flatMap(one -> Stream.ofNullable(one.address()))
                .map(URI::getPort)
                .distinct()
                .collect(Collectors.toList());
    }
}

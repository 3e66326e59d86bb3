package dev.versus.environment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shop on the JVM as processes: what is found out of it, and what differs between two launches. */
@Timeout(180)
class FingerprintingIT {

    private static final Path SHOP = Path.of("services/shop").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Map<String, Map<String, String>> launched(List<Path> more) {
        Environment process = Environments.named("process");
        List<Path> overrides = new ArrayList<>(List.of(SHOP.resolve("compose.jvm.yaml")));
        overrides.addAll(more);
        SystemDefinition shop =
                SystemDefinition.readFile(SHOP.resolve("compose.yaml"), overrides, Interpolation.ofProcess());
        try (Deployment deployment = process.launch(shop)) {
            long start = System.nanoTime();
            Map<String, Map<String, String>> taken = Fingerprinting.of(deployment);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            return taken;
        }
    }

    private Path withOtherHeap() throws IOException {
        return Files.writeString(folder.resolve("heap.yaml"), """
                services:
                  order-service:
                    command: [java, -Xmx160m, -XX:+UseSerialGC, -cp, "/app/*",
                      dev.versus.services.shop.order.OrderService]
                """);
    }

    @Test
    void everyServiceHasOneAndOnlyWhatWasChangedDiffers() throws IOException {
        Map<String, Map<String, String>> first = launched(List.of());
        assertThat(first)
                .containsOnlyKeys(
                        "load-balancer", "api-gateway", "product-service", "order-service", "redis", "postgres")
                .allSatisfy((service, values) -> assertThat(values)
                        .as(service)
                        .containsKeys(
                                "program.name", "program.version", "limit.cpu-set", "isolation.user", "host.libc"));
        assertThat(first.get("product-service"))
                .containsEntry("program.name", "java")
                .hasEntrySatisfying(
                        "program.flags",
                        flags -> assertThat(flags)
                                .contains("-Xmx128m", "-XX:+UseSerialGC")
                                .doesNotContain("-cp"));
        assertThat(first.get("redis")).containsEntry("program.name", "redis-server");
        assertThat(first.get("postgres")).containsEntry("program.name", "postgres");

        assertThat(launched(List.of())).isEqualTo(first);

        Map<String, Map<String, String>> other = launched(List.of(withOtherHeap()));
        assertThat(other.get("order-service"))
                .hasEntrySatisfying("program.flags", flags -> assertThat(flags).contains("-Xmx160m"));
        first.keySet().stream()
                .filter(service -> !service.equals("order-service"))
                .forEach(service -> assertThat(other.get(service)).isEqualTo(first.get(service)));
    }
}

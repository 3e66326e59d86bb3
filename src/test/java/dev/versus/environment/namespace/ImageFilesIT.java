package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.namespace.NamespaceOptions.RootFs;
import dev.versus.services.shop.contract.ShopContract;
import dev.versus.services.shop.fixture.DeployedShop;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop in namespaces with the files of the images that Docker would run: nothing that the Compose files ask for is left out. */
@Timeout(600)
class ImageFilesIT {

    private static final Environment IMAGES =
            new NamespaceEnvironment(NamespaceOptions.defaults().rootfs(RootFs.IMAGE));

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "flask-gunicorn", "flask-werkzeug"})
    void each_variant_keeps_the_contract_with_the_files_of_its_images(String variant) throws Exception {
        Lab.assumeNamespaces();
        assumeTrue(
                DockerEngine.ofUser().look().answers(),
                "skipped: no Docker engine answers that would build images; see ./versus provision docker");
        RunId run;
        try (DeployedShop shop = DeployedShop.launch(variant, IMAGES)) {
            run = shop.deployment().run();
            ShopContract.verify(shop.entry());
            ShopContract.verify(shop.address("api-gateway"));
            assertIsConfined(shop.deployment());
            assertThat(shop.deployment().notices()).isEmpty();
        }
        assertThat(Lab.leftOf(run)).isEmpty();
        assertThat(Lab.said("cat /proc/mounts")).doesNotContain(run.value());
    }

    private static void assertIsConfined(Deployment deployment) {
        RunningService gateway = deployment.services().stream()
                .filter(service -> service.service().equals("api-gateway"))
                .findFirst()
                .orElseThrow();

        assertThat(Fingerprinting.of(deployment).get("api-gateway"))
                .containsEntry("isolation.user", "65534")
                .containsEntry("isolation.file-system", "the image's")
                .hasEntrySatisfying("isolation.image", id -> assertThat(id).startsWith("sha256:"));
        assertThat(deployment.ask(gateway, List.of("grep", "-E", "CapBnd|NoNewPrivs", "/proc/self/status")))
                .hasValueSatisfying(status ->
                        assertThat(status).contains("CapBnd:\t0000000000000000").contains("NoNewPrivs:\t1"));
        assertThat(deployment.ask(gateway, List.of("sh", "-c", "touch /app/new 2>/dev/null || echo refused")))
                .hasValue("refused\n");
        assertThat(deployment.ask(gateway, List.of("sh", "-c", "touch /tmp/new && echo written")))
                .hasValue("written\n");
    }
}

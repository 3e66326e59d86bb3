package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.RunId;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.services.shop.contract.ShopContract;
import dev.versus.services.shop.fixture.DeployedShop;
import dev.versus.services.shop.fixture.Owners;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop as its Compose files describe it, in namespaces: each variant keeps the contract that it keeps as plain processes. */
@Timeout(240)
class ShopIT {

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "flask-gunicorn", "flask-werkzeug"})
    void each_variant_keeps_the_contract_and_leaves_nothing(String variant) throws Exception {
        Lab.assumeNamespaces();
        if (!variant.equals("jvm")) {
            DeployedShop.assumeMachineHasPythonAndNginx();
        }
        RunId run;
        try (DeployedShop shop = DeployedShop.launch(variant, new NamespaceEnvironment())) {
            run = shop.deployment().run();
            assertThat(Owners.of(shop.deployment())).isNotEmpty().doesNotContainValue(0);
            ShopContract.verify(shop.entry());
            ShopContract.verify(shop.address("api-gateway"));
            for (URI replica : shop.addresses("product-service")) {
                ShopContract.verifyProducts(replica);
            }
            ShopContract.verifyOrders(shop.address("order-service"));
        }
        assertThat(Lab.leftOf(run)).isEmpty();
    }

    @Test
    void its_limits_and_its_isolation_show_in_its_fingerprint() {
        Lab.assumeNamespaces();
        try (DeployedShop shop = DeployedShop.launch("jvm", new NamespaceEnvironment())) {
            var fingerprint = Fingerprinting.of(shop.deployment());
            assertThat(fingerprint.get("api-gateway"))
                    .containsEntry("limit.memory", "320 MiB")
                    .containsEntry("isolation.network", "own");
            assertThat(fingerprint.get("postgres")).containsEntry("limit.memory", "512 MiB");
            assertThat(shop.deployment().notices())
                    .contains("'namespace' leaves out these features of the Compose file:"
                            + " volumes and read-only file systems, capabilities.");
        }
    }
}

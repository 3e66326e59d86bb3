package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.JavaService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a service ends that cannot start. */
class StartIT {

    @ParameterizedTest
    @CsvSource({
        "product.ProductService, PORT, eighty, a port from 1 to 65535",
        "product.ProductService, POSTGRES_URL, mysql://db/shop, a URL such as postgresql://",
        "order.OrderService, REGISTRY_HEARTBEAT, 3s, longer than REGISTRY_HEARTBEAT",
        "gateway.ApiGateway, ORDER_UPSTREAM, registry:, URLs such as http://",
        "balancer.LoadBalancer, UPSTREAM_TIMEOUT, 5, a duration such as 500ms"
    })
    void aBadSettingIsOneSentenceAndExitCode2(String service, String name, String value, String expected)
            throws Exception {
        try (JavaService refused = JavaService.start(service, Map.of(name, value))) {
            assertThat(refused.process().await()).isEqualTo(2);
            assertThat(refused.output()).contains(expected).hasLineCount(1);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsOneSentenceAndExitCode1() throws Exception {
        Map<String, String> nowhere = Map.of(
                "POSTGRES_URL", "postgresql://shop:shop@127.0.0.1:1/shop",
                "REDIS_URL", "redis://127.0.0.1:1",
                "START_TIMEOUT", "300ms");
        try (JavaService refused = JavaService.start("order.OrderService", nowhere)) {
            assertThat(refused.process().await()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("cannot start: the database at 127.0.0.1:1/shop did not answer within 300 ms");
        }
    }
}

package dev.versus.services.shop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayRoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/products, true",
        "/api/products/, true",
        "/api/products/7, true",
        "/api/productsandmore, false",
        "/api/product, false",
        "/other/api/products, false",
        "*, false"
    })
    void aPathIsUnderItsRootOrNot(String path, boolean isUnder) {
        assertThat(GatewayRoutes.isUnder("/api/products", path)).isEqualTo(isUnder);
    }
}

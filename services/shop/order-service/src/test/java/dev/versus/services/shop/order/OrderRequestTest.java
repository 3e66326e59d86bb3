package dev.versus.services.shop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.services.shop.common.Problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRequestTest {

    @Test
    void aProperRequestIsRead() {
        assertThat(OrderRequest.parse(Buffer.buffer("{\"product_id\":7,\"quantity\":100,\"note\":\"ignored\"}")))
                .isEqualTo(new OrderRequest(7, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | malformed_json",
                "7 | malformed_json",
                "[] | malformed_json",
                "null | malformed_json",
                "{} | invalid_product_id",
                "{\"product_id\":0,\"quantity\":1} | invalid_product_id",
                "{\"product_id\":true,\"quantity\":1} | invalid_product_id",
                "{\"product_id\":9999999999,\"quantity\":1} | invalid_product_id",
                "{\"product_id\":1} | invalid_quantity",
                "{\"product_id\":1,\"quantity\":0} | invalid_quantity",
                "{\"product_id\":1,\"quantity\":101} | invalid_quantity",
                "{\"product_id\":1,\"quantity\":1.0} | invalid_quantity",
                "{\"product_id\":1,\"quantity\":null} | invalid_quantity"
            })
    void anythingElseIsRefusedByName(String body, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OrderRequest.parse(Buffer.buffer(body)))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

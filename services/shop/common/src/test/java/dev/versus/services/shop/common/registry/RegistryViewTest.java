package dev.versus.services.shop.common.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.common.Address;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistryViewTest {

    private static final Address A = new Address("10.0.0.1", 8080);
    private static final Address B = new Address("10.0.0.2", 8080);

    private long now = Long.MAX_VALUE - 10;
    private final RegistryView view = new RegistryView(Duration.ofSeconds(2), () -> now);

    @Test
    void theRegistryIsBelievedWhileItIsThere() {
        view.told(Set.of(A, B));
        view.told(Set.of(B));
        assertThat(view.live()).containsExactly(B);
        view.told(Set.of());
        assertThat(view.live()).isEmpty();
    }

    @Test
    void anAbsentRegistryLeavesTheViewStanding() {
        view.told(Set.of(A));
        view.registryAway();
        assertThat(view.live()).containsExactly(A);
    }

    @Test
    void aRegistryThatComesBackEmptyForgetsNobodyBeforeTheGraceIsOver() {
        view.told(Set.of(A));
        view.registryAway();
        view.told(Set.of());
        assertThat(view.live()).containsExactly(A);
        view.told(Set.of(B));
        assertThat(view.live()).containsExactly(A, B);
        now += Duration.ofSeconds(2).toNanos();
        view.told(Set.of(B));
        assertThat(view.live()).containsExactly(B);
    }

    @Test
    void aKeyCarriesTheAddressOfItsServiceOnly() {
        String key = RegistryKey.of("product-service", A);
        assertThat(key).isEqualTo("shop:registry:product-service:10.0.0.1:8080");
        assertThat(RegistryKey.address("product-service", key)).hasValue(A);
        assertThat(RegistryKey.address("order-service", key)).isEmpty();
        assertThat(RegistryKey.address("product-service", "shop:registry:product-service:x"))
                .isEmpty();
    }

    @Test
    void theOwnAddressIsTheLocalOneOfTheWayToTheRegistry() throws Exception {
        assertThat(Announcement.localAddressToward(URI.create("redis://127.0.0.1:6379")))
                .isEqualTo("127.0.0.1");
    }
}

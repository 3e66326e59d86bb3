package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.environment.EnvironmentChoice;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryPointTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

    private static final EntryPoint WEB = new SystemUnderTest("shop", Optional.empty())
            .in(new EnvironmentChoice("process"))
            .target("web", "gateway");

    private static EntryPoint.Service placeOf(EntryPoint target) {
        return (EntryPoint.Service) target.place();
    }

    @Test
    void a_service_is_spoken_to_over_tls_on_request() {
        assertThat(placeOf(WEB).spokenToAt(ADDRESS)).isEqualTo(ADDRESS);
        assertThat(placeOf(WEB.overTls()).spokenToAt(ADDRESS)).isEqualTo(URI.create("https://127.0.0.1:8080"));
    }

    @Test
    void the_way_to_a_service_and_tls_go_together() {
        assertThat(placeOf(WEB.overTls().byPublishedPort()))
                .isEqualTo(placeOf(WEB.byPublishedPort().overTls()));
        assertThat(WEB.overTls().byPublishedPort().place()).hasToString(placeOf(WEB.byPublishedPort()) + " over TLS");
    }

    @Test
    void an_address_says_itself_whether_it_is_spoken_to_over_tls() {
        EntryPoint target = new EntryPoint("web", new EntryPoint.Address(ADDRESS));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(target::overTls)
                .withMessage("The target 'web' is an address already: write https:// in it.");
    }
}

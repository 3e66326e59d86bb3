package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.Settings;
import java.net.URI;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static AllowedHosts allowed(String hosts) {
        Properties properties = new Properties();
        properties.setProperty("versus.allow", hosts);
        return AllowedHosts.of(new Settings(properties));
    }

    @ParameterizedTest
    @CsvSource({
        "http://here:80, http://here:80",
        "http://here:80/, http://here:80",
        "http://here, http://here",
        "http://here:65535, http://here:65535",
        "https://here:8443/, https://here:8443",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "http://[::2]:8080, http://[::2]:8080",
        "http://shop_web:18080/, http://shop_web:18080"
    })
    void anAllowedHostIsTakenWithoutItsSlash(URI address, URI taken) {
        assertThat(allowed(" here, 127.0.0.1 ,,[::1],::2,shop_web").require(address))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://there", "http://here.there", "http://localhost"})
    void anyOtherHostIsRefusedWithTheWayToAllowIt(URI address) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> allowed("here").require(address))
                .withMessage("Load may go only to deployments of this run, and '" + address
                        + "' is not one of them: if you may load that host, set -Dversus.allow=" + address.getHost()
                        + ".");
    }

    @Test
    void noHostIsAllowedUnlessNamedNotEvenThisMachine() {
        AllowedHosts none = AllowedHosts.of(new Settings(new Properties()));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> none.require(URI.create("http://127.0.0.1:80")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ann:s3cr3t@here", "https://ann:s3cr3t@here:8443/path"})
    void aPasswordInAnAddressIsNotTold(URI address) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> allowed("here").require(address))
                .withMessageContaining("://ann:***@here")
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://here",
                "ftp://here",
                "here",
                "http:here",
                "http://here/path",
                "http://here?q=1",
                "http://me@here",
                "http://here:0",
                "https://here:65536",
                "https://here:99999",
                ""
            })
    void whatIsNoPlainAddressIsRefused(URI address) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> allowed("here").require(address))
                .withMessage("'" + address
                        + "' is no address of a target: expected http://host:port or https://host:port without a path, "
                        + "with a port from 1 to 65535.");
    }
}

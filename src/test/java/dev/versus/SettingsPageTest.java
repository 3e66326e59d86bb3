package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.versus.environment.StateFolder;
import dev.versus.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of settings is as the code says. */
class SettingsPageTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)");

    static List<Setting<?>> settings() {
        return DeclaredSettings.all();
    }

    @Test
    void holds_every_setting_as_it_is_declared() throws IOException {
        Golden.assertSame(DOCS.resolve("settings.md"), SettingsPage.of(settings()));
    }

    @Test
    void no_setting_is_made_but_as_a_constant() {
        assertThat(DeclaredSettings.made())
                .isGreaterThan(40)
                .isEqualTo(settings().size());
    }

    @Test
    void no_two_settings_of_the_same_simulations_have_one_name() {
        assertThat(settings())
                .extracting(setting -> setting.of() + " " + setting.name())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_default_is_a_value_that_the_setting_takes(Setting<?> setting) {
        if (!setting.usual().isEmpty()) {
            assertThatNoException().isThrownBy(setting::usualValue);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void its_links_lead_somewhere(Setting<?> setting) {
        assertThat(LINK.matcher(setting.meaning()).results().map(SettingsPageTest::target))
                .allSatisfy(target -> assertThat(target).exists());
    }

    private static Path target(MatchResult link) {
        return DOCS.resolve(link.group(1));
    }

    @Test
    void what_is_read_elsewhere_is_declared_alike() throws IOException {
        assertThat(StateFolder.SETTING.property()).isEqualTo(StateFolder.PROPERTY);
        assertThat(settings())
                .filteredOn(setting -> setting.name().equals("jdk"))
                .singleElement()
                .satisfies(jdk -> assertThat(Files.readString(Path.of("pom.xml")))
                        .contains("<versus.jdk>" + jdk.usual() + "</versus.jdk>"));
    }
}

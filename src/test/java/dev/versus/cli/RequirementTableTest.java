package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementTableTest {

    @Test
    void lines_are_aligned_and_what_is_missing_has_the_command_that_mends_it() {
        assertThat(RequirementTable.of(List.of(
                        Requirement.met("a JDK", "25"),
                        Requirement.missing("nginx", "not on the PATH", "environments/provision servers"))))
                .containsExactly(
                        "  ok      a JDK  25",
                        "  MISSING nginx  not on the PATH",
                        "          mend it: environments/provision servers");
    }
}

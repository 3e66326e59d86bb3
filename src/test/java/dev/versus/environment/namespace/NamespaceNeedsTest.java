package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.linux.FakeHost;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespaceNeedsTest {

    @TempDir
    Path folder;

    private NamespaceNeeds with(String effective) {
        String status = "Name:\tjava\nCapEff:\t" + effective + "\n";
        var host = FakeHost.ofVersion2(folder)
                .write("proc/" + ProcessHandle.current().pid() + "/status", status);
        return new NamespaceNeeds(host.proc());
    }

    @Test
    void without_the_right_to_make_networks_the_sentence_says_which_and_how() {
        assertThatThrownBy(() -> with("0000000000000000").requireRights())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("CAP_NET_ADMIN and CAP_SYS_ADMIN")
                .hasMessageContaining("sudo");
        assertThatThrownBy(() -> with("0000000000001000").requireRights()).hasMessageContaining("takes CAP_SYS_ADMIN:");
    }

    @Test
    void root_is_not_needed_where_both_capabilities_are() {
        assertThatCode(() -> with("0000000000201000").requireRights()).doesNotThrowAnyException();
        assertThatCode(() -> with("000001ffffffffff").requireRights()).doesNotThrowAnyException();
    }
}

package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is not there, or not here. */
class AbsentEngineIT {

    @TempDir
    Path folder;

    @Test
    void an_engine_that_does_not_answer_is_told() {
        var nobody = new Lab(folder, DockerEngine.at(URI.create("unix://" + folder + "/none.sock")));
        assertThatThrownBy(() -> nobody.launch("services: {web: {SLEEP}}"))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("start it with './versus provision docker'");
        assertThat(new DockerEnvironment(nobody.options()).requirements())
                .anySatisfy(one -> assertThat(one.mend()).isEqualTo("./versus provision docker"));
    }

    @Test
    void an_engine_elsewhere_is_told() {
        var elsewhere = new Lab(folder, DockerEngine.at(URI.create("tcp://127.0.0.1:1")));
        assertThatThrownBy(() -> elsewhere.launch("services: {web: {SLEEP}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("needs an engine of this Linux machine");
    }
}

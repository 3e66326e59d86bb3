package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.Ports;
import dev.versus.environment.ShortCommand;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.environment.host.Superuser;
import dev.versus.services.shop.contract.ShopContract;
import dev.versus.services.shop.fixture.DeployedShop;
import dev.versus.services.shop.fixture.Owners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services under the users that their Compose files name, where root runs Versus. */
@Timeout(120)
class UsersIT {

    @TempDir
    Path folder;

    @BeforeEach
    void rootRunsVersus() {
        assumeTrue(Superuser.isRunning(), "skipped: only root can run services as other users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "flask-gunicorn"})
    void no_process_of_the_shop_is_roots(String variant) throws Exception {
        if (!variant.equals("jvm")) {
            DeployedShop.assumeMachineHasPythonAndNginx();
        }
        try (DeployedShop shop = DeployedShop.launch(variant)) {
            assertThat(Owners.of(shop.deployment())).isNotEmpty().doesNotContainValue(0);
            assertThat(shop.deployment().notices()).noneMatch(notice -> notice.contains("root"));
            assertThat(Fingerprinting.of(shop.deployment()).get("product-service"))
                    .containsKey("program.version");
            ShopContract.verify(shop.entry());
        }
    }

    @Test
    void a_user_reaches_what_its_command_names_in_a_folder_that_only_root_may_enter() throws IOException {
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path inner = Files.createDirectory(
                closed.resolve("inner"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path script = Files.writeString(inner.resolve("serve"), "id -u; exec sleep 60\n");
        Files.writeString(closed.resolve("secret"), "root's\n");
        Files.setPosixFilePermissions(closed.resolve("secret"), PosixFilePermissions.fromString("rw-------"));
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  one:
                    image: one
                    user: "61001:61002"
                    command: [sh, SCRIPT]
                    healthcheck: {test: [CMD-SHELL, "test $$(id -u) != 0 && ! cat SECRET"]}
                """.replace("SCRIPT", script.toString())
                .replace("SECRET", closed.resolve("secret").toString()))) {
            assertThat(Owners.of(deployment)).containsOnlyKeys("one-1");
            int uid = Owners.of(deployment).getOrDefault("one-1", 0);
            assertThat(uid).isBetween(61_184, 65_519);
            assertThat(deployment.ask(deployment.services().get(0), List.of("id", "-g")))
                    .contains(uid + "\n");
            assertThat(deployment.notices()).isEmpty();
            assertThat(Files.getPosixFilePermissions(closed)).hasSize(3);
            assertThat(Files.getPosixFilePermissions(inner)).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-knows-this-one", "\"65534:65534\"", "nobody", "\"1000\""})
    void a_user_is_a_new_one_with_a_home_whoever_has_the_same_name_or_number_here(String user) {
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  one:
                    image: one
                    user: USER
                    command: [sh, -c, 'echo written >"$$HOME/file"; exec sleep 60']
                    healthcheck: {test: [CMD-SHELL, 'grep -q written "$$HOME/file"']}
                """.replace("USER", user))) {
            assertThat(Owners.of(deployment).get("one-1")).isBetween(61_184, 65_519);
        }
    }

    @Test
    void a_user_who_cannot_read_its_program_is_told_of_and_runs_as_before() throws IOException {
        Path script = Files.writeString(folder.resolve("serve"), "exec sleep 60\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-------"));
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  one:
                    image: one
                    user: "61001"
                    command: [sh, SCRIPT]
                """.replace("SCRIPT", script.toString()))) {
            assertThat(Owners.of(deployment)).containsEntry("one-1", 0);
            assertThat(deployment.notices())
                    .singleElement()
                    .asString()
                    .startsWith("'one' runs as root and not as its user '61001'");
        }
    }

    @Test
    void root_by_name_stays_root() {
        try (Deployment deployment = new Systems(folder).launch("""
                services: {one: {image: one, user: root, command: [sleep, '60']}}
                """)) {
            assertThat(Owners.of(deployment)).containsEntry("one-1", 0);
        }
    }

    @Test
    void a_user_gets_a_real_time_class_where_its_service_asks_for_it() {
        assumeTrue(ShortCommand.succeeds("chrt", "--rr", "1", "true"), "skipped: root gets no real-time class here");
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  one:
                    image: one
                    user: "61001"
                    cap_add: [SYS_NICE]
                    command: [sh, -c, 'chrt --rr --pid 1 $$$$ && exec sleep 60']
                """)) {
            assertThat(Owners.of(deployment).get("one-1")).isBetween(61_184, 65_519);
            String pid = String.valueOf(
                    deployment.services().get(0).process().orElseThrow().pid());
            assertThat(ShortCommand.run(List.of("chrt", "--pid", pid)).orElse(""))
                    .contains("SCHED_RR");
        }
    }

    @Test
    void an_engine_listens_at_a_port_of_roots_without_being_root() {
        int port = IntStream.range(900, 1000).filter(Ports::isFree).findFirst().orElseThrow();
        var systems = new Systems(folder);
        var environment = new ProcessEnvironment(systems.options().fixedPort("cache", port));
        try (Deployment deployment = environment.launch(systems.define("services: {cache: {image: redis}}"))) {
            assertThat(deployment.addresses("cache").get(0).getPort()).isEqualTo(port);
            assertThat(Owners.of(deployment)).doesNotContainValue(0);
        }
    }
}

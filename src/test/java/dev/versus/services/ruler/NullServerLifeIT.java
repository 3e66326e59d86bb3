package dev.versus.services.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NullServerLifeIT {

    @Test
    void answersWhatIsUnderWayWhenToldToEnd() throws Exception {
        try (ServerProcess server = ServerProcess.start();
                Wire busy = new Wire(server.port());
                Wire idle = new Wire(server.port())) {
            idle.get("/");
            busy.send("GET /delay?ms=1500 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            idle.get("/delay?ms=200");

            server.terminate();

            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(busy.read().head()).contains("HTTP/1.1 200 OK", "Connection: close");
            assertThat(server.endsWithin(10)).isTrue();
        }
    }

    @Test
    void refusesABadSettingInOneSentence() throws Exception {
        Process process = ServerProcess.launch(Map.of("PORT", "http"));

        assertThat(said(process)).singleElement().asString().startsWith("null-server: PORT is 'http', expected");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void refusesAPortThatIsTakenInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process =
                    ServerProcess.launch(Map.of("HOST", "127.0.0.1", "PORT", String.valueOf(taken.getLocalPort())));

            assertThat(said(process)).singleElement().asString().startsWith("null-server: cannot listen on 127.0.0.1:");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    private static List<String> said(Process process) {
        return ServerProcess.output(process).lines().collect(Collectors.toList());
    }
}

package dev.versus.environment.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service for tests: listens on loopback, or on every interface where the file {@code exposed} is in its folder. */
public final class ListeningService {

    private ListeningService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("PORT"));
        InetAddress host = Files.exists(Path.of("exposed")) ? null : InetAddress.getLoopbackAddress();
        try (var socket = new ServerSocket(port, 8, host)) {
            while (true) {
                socket.accept().close();
            }
        }
    }
}

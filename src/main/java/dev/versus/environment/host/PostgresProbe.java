package dev.versus.environment.host;

import dev.versus.environment.Probe;
import dev.versus.environment.TcpProbe;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Probe that sends a startup message to PostgreSQL: the server is ready when it requests authentication; while it starts, it answers with
 * an error. Source: PostgreSQL's frontend/backend protocol 3.0, section "Start-up".
 */
record PostgresProbe(InetSocketAddress address, String user, Duration timeout) implements Probe {

    private static final int VERSION_3 = 196_608;
    private static final int AUTHENTICATION = 'R';

    @Override
    public boolean isReady() {
        return new TcpProbe(address, timeout).isReady(socket -> {
            socket.getOutputStream().write(startup());
            return socket.getInputStream().read() == AUTHENTICATION;
        });
    }

    private byte[] startup() {
        byte[] parameters = ("user\0" + user + "\0database\0postgres\0\0").getBytes(StandardCharsets.UTF_8);
        int length = 2 * Integer.BYTES + parameters.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(VERSION_3)
                .put(parameters)
                .array();
    }
}

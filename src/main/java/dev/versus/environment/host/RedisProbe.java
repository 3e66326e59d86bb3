package dev.versus.environment.host;

import dev.versus.environment.Probe;
import dev.versus.environment.TcpProbe;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Probe that sends a PING to Redis: it is ready when it answers, even with a demand for a password. */
record RedisProbe(InetSocketAddress address, Duration timeout) implements Probe {

    @Override
    public boolean isReady() {
        return new TcpProbe(address, timeout).isReady(socket -> {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG") || answer.equals("-NOAU");
        });
    }
}

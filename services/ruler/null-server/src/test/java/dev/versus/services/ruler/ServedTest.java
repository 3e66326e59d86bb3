package dev.versus.services.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.junit.jupiter.api.Test;

class ServedTest {

    private final Served served = new Served();

    @Test
    void tellsNothingAsZeros() throws Exception {
        JsonNode told = told();

        assertThat(told.get("count").asLong()).isZero();
        assertThat(told.get("mean").asDouble()).isZero();
        assertThat(told.get("min").asLong()).isZero();
    }

    @Test
    void gathersAllLoops() throws Exception {
        SingleWriterRecorder one = served.newRecorder();
        SingleWriterRecorder other = served.newRecorder();
        for (int micros = 1; micros <= 1_000; micros++) {
            (micros % 2 == 0 ? one : other).recordValue(micros);
        }

        JsonNode told = told();

        assertThat(told.get("count").asLong()).isEqualTo(1_000);
        assertThat(told.get("mean").asDouble()).isEqualTo(500.5);
        assertThat(told.get("min").asLong()).isEqualTo(1);
        assertThat(told.get("max").asLong()).isEqualTo(1_000);
        assertThat(told.get("p50").asLong()).isEqualTo(500);
        assertThat(told.get("p99.9").asLong()).isEqualTo(999);
    }

    @Test
    void keepsTheWholeHistogram() throws Exception {
        served.newRecorder().recordValue(5_000);

        byte[] bytes = Base64.getDecoder().decode(told().get("histogram").asText());

        Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
        assertThat(histogram.getTotalCount()).isEqualTo(1);
        assertThat(histogram.getMinValue()).isEqualTo(5_000);
    }

    @Test
    void keepsWhatWasToldUntilItIsReset() throws Exception {
        SingleWriterRecorder recorder = served.newRecorder();
        recorder.recordValue(1);
        assertThat(told().get("count").asLong()).isEqualTo(1);
        assertThat(told().get("count").asLong()).isEqualTo(1);

        recorder.recordValue(2);
        served.reset();

        assertThat(told().get("count").asLong()).isZero();
    }

    private JsonNode told() throws Exception {
        return new ObjectMapper().readTree(served.json());
    }
}

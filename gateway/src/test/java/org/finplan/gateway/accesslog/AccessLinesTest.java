package org.finplan.gateway.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AccessLinesTest {

    @Test
    void everyLineIsWrittenInOrderBeforeTheEnd() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AccessLines lines = new AccessLines(written, false);
        IntStream.range(0, 5_000).forEach(number -> lines.publish(line("request " + number)));
        lines.close();

        List<String> text = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(text).hasSize(5_000);
        assertThat(text.get(0)).endsWith("INFO  [org.finplan.access] request 0");
        assertThat(text.get(4_999)).endsWith(" request 4999");
        assertThat(lines.lost()).isZero();
    }

    @Property(tries = 200)
    void whateverStandsInALineItIsOneJsonObject(@ForAll String message) throws JsonProcessingException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AccessLines lines = new AccessLines(written, true);
        lines.publish(line(message));
        lines.close();

        String text = written.toString(StandardCharsets.UTF_8);
        JsonNode object = new ObjectMapper().readTree(text);
        assertThat(text).endsWith("}\n");
        assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
        // Half a surrogate pair is no text; UTF-8 has a question mark for it.
        assertThat(object.get("message").textValue())
                .isEqualTo(new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(object.get("level").textValue()).isEqualTo("INFO");
    }

    @Test
    void anOutputThatStandsStillStopsNobodyAndTheLossIsCounted() throws InterruptedException {
        CountDownLatch moving = new CountDownLatch(1);
        AccessLines lines = new AccessLines(standing(moving), false);
        IntStream.range(0, 200_000).forEach(number -> lines.publish(line("request " + number)));

        assertThat(lines.lost()).isPositive();
        moving.countDown();
        lines.close();
    }

    private static OutputStream standing(CountDownLatch moving) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                try {
                    moving.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void write(byte[] octets) {
                write(0);
            }
        };
    }

    private static LogRecord line(String message) {
        LogRecord line = new LogRecord(Level.INFO, message);
        line.setLoggerName("org.finplan.access");
        return line;
    }
}

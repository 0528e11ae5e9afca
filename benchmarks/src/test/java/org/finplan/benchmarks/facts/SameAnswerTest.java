package org.finplan.benchmarks.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SameAnswerTest {

    private static final String BARE =
            "{'id':'%1$d','version':5,'periodEnd':'2019-01-31','value':%1$d.50,'sourceTitle':'sample'}";
    private static final String SERVICE =
            "{'id':'%1$d','version':%2$d,'periodEnd':'2019-01-31','value':%1$d.5,'source':{'title':'sample'}}";

    @Test
    void theSameFiguresAreTheSame() {
        assertThatCode(() -> SameAnswer.require(bare(Sample.PERIODS), service(Sample.PERIODS, 5)))
                .doesNotThrowAnyException();
    }

    @Test
    void anOlderVersionIsNot() {
        assertThatThrownBy(() -> SameAnswer.require(bare(Sample.PERIODS), service(Sample.PERIODS, 4)))
                .hasMessageContaining("not the same figure");
    }

    @Test
    void fewerFiguresAreNot() {
        assertThatThrownBy(() -> SameAnswer.require(bare(Sample.PERIODS), service(Sample.PERIODS - 1, 5)))
                .hasMessageContaining("figures");
    }

    private static byte[] bare(int rows) {
        return json("[" + rows(rows, BARE, 0) + "]");
    }

    private static byte[] service(int rows, int version) {
        return json("{'items':[" + rows(rows, SERVICE, version) + "]}");
    }

    private static String rows(int rows, String form, int version) {
        return IntStream.range(0, rows)
                .mapToObj(row -> form.formatted(row, version))
                .collect(Collectors.joining(","));
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}

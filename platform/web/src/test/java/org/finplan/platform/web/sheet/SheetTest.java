package org.finplan.platform.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** A sheet as a spreadsheet reads it. */
class SheetTest {

    private record Sample(String name, BigDecimal amount, Boolean known) {}

    private static final Sheet<Sample> SHEET = Sheet.of(Sample.class)
            .column("企业", "firm", Sample::name)
            .column("金额", "amount", Sample::amount)
            .column("已知", "known", Sample::known)
            .column("说明", "note", row -> new LocalizedText("无", "none"));

    private static String written(boolean english, Sample... rows) throws IOException {
        StringWriter text = new StringWriter();
        SHEET.write(Stream.of(rows), english, text);
        return text.toString();
    }

    @Test
    void numbersAreWrittenInFullAndTextsQuoted() throws IOException {
        assertThat(written(true, new Sample("a, \"b\"\nc", new BigDecimal("1E+3"), true)))
                .isEqualTo("\uFEFFfirm,amount,known,note\r\n\"a, \"\"b\"\"\nc\",1000,yes,none\r\n");
        assertThat(written(false, new Sample("演示样本", new BigDecimal("-1.50E-7"), false)))
                .isEqualTo("\uFEFF企业,金额,已知,说明\r\n演示样本,-0.000000150,否,无\r\n");
        assertThat(written(true, new Sample(null, null, null))).endsWith("\r\n,,,none\r\n");
    }

    @Test
    void whatBeginsLikeAFormulaIsText() throws IOException {
        for (String formula : new String[] {"=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "=1\n2", "\n=1", "＝1", "＠A1"}) {
            assertThat(written(true, new Sample(formula, BigDecimal.ONE, null))).contains("'" + formula);
        }
    }

    @Test
    void theFileHasANameInBothLanguages() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Sample> rows = Stream.<Sample>empty().onClose(() -> closed.set(true));
        RestResponse<?> answer = SHEET.answer("zh", new LocalizedText("演示样本 1", "sample/1"), rows);
        assertThat(answer.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"sample_1.csv\";"
                        + " filename*=UTF-8''%E6%BC%94%E7%A4%BA%E6%A0%B7%E6%9C%AC%201.csv");
        assertThat(answer.getHeaderString("Content-Language")).isEqualTo("zh");
        assertThat(closed).isFalse();
    }
}

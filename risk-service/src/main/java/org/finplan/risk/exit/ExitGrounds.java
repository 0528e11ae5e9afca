package org.finplan.risk.exit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;

/** Why institutions are listed: the grounds of the program, and those that the configuration adds. */
@ApplicationScoped
class ExitGrounds {

    private static final int PARTS = 3;

    private final Map<String, ExitGround> grounds = new LinkedHashMap<>();

    ExitGrounds(ExitConfig config) {
        try (InputStream file = ExitGrounds.class.getResourceAsStream("/exit-grounds.json")) {
            JsonMapper.builder()
                    .build()
                    .readValue(file, new TypeReference<List<ExitGround>>() {})
                    .forEach(ground -> grounds.put(ground.code(), ground));
        } catch (IOException damaged) {
            throw new UncheckedIOException("exit-grounds.json of this program", damaged);
        }
        config.grounds().forEach((code, text) -> grounds.put(code, configured(code, text)));
    }

    List<ExitGround> all() {
        return List.copyOf(grounds.values());
    }

    List<String> codes() {
        return List.copyOf(grounds.keySet());
    }

    Optional<ExitGround> find(String code) {
        return Optional.ofNullable(grounds.get(code));
    }

    private static ExitGround configured(String code, String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("finplan.exit.grounds." + code + " is not <Chinese>|<English>|<days>");
        }
        return new ExitGround(
                code,
                new LocalizedText(parts[0].strip(), parts[1].strip()),
                Integer.parseInt(parts[2].strip()),
                new LocalizedText("本市配置", "setting of the city"),
                "unconfirmed");
    }
}

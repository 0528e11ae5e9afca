package org.finplan.risk.supervision;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The channels and parties that the plan names. */
@ApplicationScoped
class SupervisionCodes {

    private final Lists lists;

    SupervisionCodes() {
        try (InputStream file = SupervisionCodes.class.getResourceAsStream("/supervision-codes.json")) {
            lists = JsonMapper.builder().build().readValue(file, Lists.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("supervision-codes.json of this program", damaged);
        }
    }

    private record Lists(List<SupervisionCode> channels, List<SupervisionCode> parties) {}

    List<SupervisionCode> channels() {
        return lists.channels();
    }

    List<SupervisionCode> parties() {
        return lists.parties();
    }

    List<String> channelCodes() {
        return lists.channels().stream().map(SupervisionCode::code).toList();
    }

    List<String> partyCodes() {
        return lists.parties().stream().map(SupervisionCode::code).toList();
    }
}

package org.finplan.risk.alert;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.finplan.risk.alert.lifecycle.AlertState;

/** Stores a state under its name on the wire. */
@Converter(autoApply = true)
class AlertStateColumn implements AttributeConverter<AlertState, String> {

    @Override
    public String convertToDatabaseColumn(AlertState state) {
        return state == null ? null : state.code();
    }

    @Override
    public AlertState convertToEntityAttribute(String code) {
        return code == null ? null : AlertState.find(code).orElseThrow();
    }
}

package org.finplan.risk.notice;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.finplan.risk.notice.lifecycle.NoticeState;

/** Stores a state under its name on the wire. */
@Converter(autoApply = true)
class NoticeStateColumn implements AttributeConverter<NoticeState, String> {

    @Override
    public String convertToDatabaseColumn(NoticeState state) {
        return state == null ? null : state.code();
    }

    @Override
    public NoticeState convertToEntityAttribute(String code) {
        return code == null ? null : NoticeState.find(code).orElseThrow();
    }
}

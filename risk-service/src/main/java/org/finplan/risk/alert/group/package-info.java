/** Open alerts in groups, so that many at once can be read. */
package org.finplan.risk.alert.group;

/** Records what the assessor of a qualitative target says, and shows all that was said. */
package org.finplan.indicators.assessing;

/** Networks made from the facts as they stood on a day and were known at an instant. */
package org.finplan.risk.network.origin;

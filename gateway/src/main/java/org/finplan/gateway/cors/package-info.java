/** Which pages of other origins may call from a browser. */
package org.finplan.gateway.cors;

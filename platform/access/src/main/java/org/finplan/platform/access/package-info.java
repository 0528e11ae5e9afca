/** Who may do what: the roles that tokens and API keys give, the same for services and gateway. */
package org.finplan.platform.access;

/** What headers and bodies of HTTP say, read in one way by the services and by the gateway. No framework. */
package org.finplan.platform.http;

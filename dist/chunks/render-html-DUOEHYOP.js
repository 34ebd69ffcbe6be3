import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  page,
  require_runtime
} from "./chunk-EFZRA45O.js";
import {
  matchBaseline
} from "./chunk-FRDFQF3N.js";
import {
  alphaByDepth,
  alphaHistogram,
  boundsOf,
  buildView,
  byAttention
} from "./chunk-FW7MVG6I.js";
import "./chunk-6G56XBBR.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  visibleText
} from "./chunk-XLCYYEDR.js";
import "./chunk-KLBLCQJ6.js";
import "./chunk-5G763DQE.js";
import "./chunk-MW4IX57J.js";
import "./chunk-REV7G7MV.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-ZG5FSNPM.js";
import "./chunk-LSZFXY6A.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/report/html/render-html.ts
var import_runtime = __toESM(require_runtime(), 1);

// src/generated/page.ts
var SCRIPT = '"use strict";(()=>{function x(e,t={},...n){let r=document.createElement(e);for(let[i,o]of Object.entries(t))r.setAttribute(i,o);return r.append(...n),r}var Hn=500,Bn=["fail","inconclusive","warn","pass"];function pt(e,t){let{columns:n,rows:r,mainColumns:i}=e,o=n.indexOf("verdict"),a=n.map((w,M)=>jn(r,M)),l=[...e.worstFirst],u=Hn,f=x("tbody"),s=x("thead"),h=x("output",{class:"status"}),c=x("input",{type:"search",placeholder:"part of a name or reason"}),d=x("select",{},mt("","all"),...Bn.map(w=>mt(w,w))),m=x("input",{type:"checkbox"}),p=x("button",{type:"button",class:"more"},"Show all rows"),y=new Map,b=()=>m.checked?n.length:i,L=w=>{let M=y.get(w);if(M!==void 0)return M;let E=r[w].cells.slice(0,b()),v=x("tr",{},...E.map((g,I)=>zn(g,n[I],a[I],t(w))));return y.set(w,v),v},N=()=>{let w=c.value.trim().toLowerCase(),M=l.filter(E=>{let{cells:v}=r[E];return(d.value===""||v[o]===d.value)&&(w===""||v.some(g=>typeof g=="string"&&g.toLowerCase().includes(w)))});f.replaceChildren(...M.slice(0,u).map(L)),p.hidden=M.length<=u,h.textContent=`${Math.min(M.length,u)} of ${r.length} layers shown`},_=(w,M)=>{l=r.map((E,v)=>v).sort((E,v)=>Fn(r,w,M,E,v));for(let[E,v]of[...s.querySelectorAll("th")].entries())E===w?v.setAttribute("aria-sort",M):v.removeAttribute("aria-sort");N()},P=()=>{let w=n.slice(0,b()).map((M,E)=>{let v=x("button",{type:"button"},M),g=x("th",{scope:"col",...a[E]&&{class:"number"}},v);return v.addEventListener("click",()=>_(E,g.getAttribute("aria-sort")==="ascending"?"descending":"ascending")),g});s.replaceChildren(x("tr",{},...w))};c.addEventListener("input",N),d.addEventListener("change",N),m.addEventListener("change",()=>{y.clear(),P(),N()});let S=()=>{u=1/0,N()};p.addEventListener("click",S),addEventListener("beforeprint",S),P(),N();let O=`Layers of ${e.name}; a column\'s name sorts by it, a layer\'s name leads to its plots`;return[x("h3",{},"Layers"),x("div",{class:"controls"},x("label",{},"Filter ",c),x("label",{},"Verdict ",d),x("label",{},m," All columns"),h),x("div",{class:"scroller",tabindex:"0",role:"region","aria-label":O},x("table",{},x("caption",{},O),s,f)),p]}function mt(e,t){return x("option",{value:e},t)}function jn(e,t){return e.every(({cells:n})=>typeof n[t]!="string")}function zn(e,t,n,r){let i=e===null?"\u2013":String(e);return t==="layer"?x("th",{scope:"row"},x("a",{href:`#${r}`},i)):t==="verdict"?x("td",{class:i},i):x("td",{class:n?"number":i.length>30?"words":"word"},i)}function Fn(e,t,n,r,i){let[o,a]=[e[r].cells[t],e[i].cells[t]];if(o===a)return r-i;if(o===null)return 1;if(a===null)return-1;let l=typeof o=="number"&&typeof a=="number"?o-a:String(o).localeCompare(String(a),"en",{numeric:!0});return n==="ascending"?l:-l}function Me(e,t){return e==null||t==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function Xn(e,t){return e==null||t==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function gt(e){let t,n,r;e.length!==2?(t=Me,n=(l,u)=>Me(e(l),u),r=(l,u)=>e(l)-u):(t=e===Me||e===Xn?e:Yn,n=e,r=e);function i(l,u,f=0,s=l.length){if(f<s){if(t(u,u)!==0)return s;do{let h=f+s>>>1;n(l[h],u)<0?f=h+1:s=h}while(f<s)}return f}function o(l,u,f=0,s=l.length){if(f<s){if(t(u,u)!==0)return s;do{let h=f+s>>>1;n(l[h],u)<=0?f=h+1:s=h}while(f<s)}return f}function a(l,u,f=0,s=l.length){let h=i(l,u,f,s-1);return h>f&&r(l[h-1],u)>-r(l[h],u)?h-1:h}return{left:i,center:a,right:o}}function Yn(){return 0}function Vn(e){return e===null?NaN:+e}var xt=gt(Me),yt=xt.right,Ni=xt.left,_i=gt(Vn).center;var Si=bt(wt),Ai=bt(Gn);function bt(e){return function(t,n,r=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:i,width:o,height:a}=t;if(!((o=Math.floor(o))>=0))throw new RangeError("invalid width");if(!((a=Math.floor(a!==void 0?a:i.length/o))>=0))throw new RangeError("invalid height");if(!o||!a||!n&&!r)return t;let l=n&&e(n),u=r&&e(r),f=i.slice();return l&&u?(Z(l,f,i,o,a),Z(l,i,f,o,a),Z(l,f,i,o,a),K(u,i,f,o,a),K(u,f,i,o,a),K(u,i,f,o,a)):l?(Z(l,i,f,o,a),Z(l,f,i,o,a),Z(l,i,f,o,a)):u&&(K(u,i,f,o,a),K(u,f,i,o,a),K(u,i,f,o,a)),t}}function Z(e,t,n,r,i){for(let o=0,a=r*i;o<a;)e(t,n,o,o+=r,1)}function K(e,t,n,r,i){for(let o=0,a=r*i;o<r;++o)e(t,n,o,o+a,r)}function Gn(e){let t=wt(e);return(n,r,i,o,a)=>{i<<=2,o<<=2,a<<=2,t(n,r,i+0,o+0,a),t(n,r,i+1,o+1,a),t(n,r,i+2,o+2,a),t(n,r,i+3,o+3,a)}}function wt(e){let t=Math.floor(e);if(t===e)return Un(e);let n=e-t,r=2*e+1;return(i,o,a,l,u)=>{if(!((l-=u)>=a))return;let f=t*o[a],s=u*t,h=s+u;for(let c=a,d=a+s;c<d;c+=u)f+=o[Math.min(l,c)];for(let c=a,d=l;c<=d;c+=u)f+=o[Math.min(l,c+s)],i[c]=(f+n*(o[Math.max(a,c-h)]+o[Math.min(l,c+h)]))/r,f-=o[Math.max(a,c-s)]}}function Un(e){let t=2*e+1;return(n,r,i,o,a)=>{if(!((o-=a)>=i))return;let l=e*r[i],u=a*e;for(let f=i,s=i+u;f<s;f+=a)l+=r[Math.min(o,f)];for(let f=i,s=o;f<=s;f+=a)l+=r[Math.min(o,f+u)],n[f]=l/t,l-=r[Math.max(i,f-u)]}}var Qn=Array.prototype,Ei=Qn.slice;var Wn=Math.sqrt(50),Zn=Math.sqrt(10),Kn=Math.sqrt(2);function $e(e,t,n){let r=(t-e)/Math.max(0,n),i=Math.floor(Math.log10(r)),o=r/Math.pow(10,i),a=o>=Wn?10:o>=Zn?5:o>=Kn?2:1,l,u,f;return i<0?(f=Math.pow(10,-i)/a,l=Math.round(e*f),u=Math.round(t*f),l/f<e&&++l,u/f>t&&--u,f=-f):(f=Math.pow(10,i)*a,l=Math.round(e/f),u=Math.round(t/f),l*f<e&&++l,u*f>t&&--u),u<l&&.5<=n&&n<2?$e(e,t,n*2):[l,u,f]}function fe(e,t,n){if(t=+t,e=+e,n=+n,!(n>0))return[];if(e===t)return[e];let r=t<e,[i,o,a]=r?$e(t,e,n):$e(e,t,n);if(!(o>=i))return[];let l=o-i+1,u=new Array(l);if(r)if(a<0)for(let f=0;f<l;++f)u[f]=(o-f)/-a;else for(let f=0;f<l;++f)u[f]=(o-f)*a;else if(a<0)for(let f=0;f<l;++f)u[f]=(i+f)/-a;else for(let f=0;f<l;++f)u[f]=(i+f)*a;return u}function ve(e,t,n){return t=+t,e=+e,n=+n,$e(e,t,n)[2]}function Mt(e,t,n){t=+t,e=+e,n=+n;let r=t<e,i=r?ve(t,e,n):ve(e,t,n);return(r?-1:1)*(i<0?1/-i:i)}var Pi=Jn(Math.random);function Jn(e){return function(n,r=0,i=n.length){let o=i-(r=+r);for(;o;){let a=e()*o--|0,l=n[o+r];n[o+r]=n[a+r],n[a+r]=l}return n}}function ke(e,t){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(t).domain(e);break}return this}function ne(e,t,n){e.prototype=t.prototype=n,n.constructor=e}function ce(e,t){var n=Object.create(e.prototype);for(var r in t)n[r]=t[r];return n}function z(){}var V=.7,te=1/V,J="\\\\s*([+-]?\\\\d+)\\\\s*",ue="\\\\s*([+-]?(?:\\\\d*\\\\.)?\\\\d+(?:[eE][+-]?\\\\d+)?)\\\\s*",D="\\\\s*([+-]?(?:\\\\d*\\\\.)?\\\\d+(?:[eE][+-]?\\\\d+)?)%\\\\s*",er=/^#([0-9a-f]{3,8})$/,tr=new RegExp(`^rgb\\\\(${J},${J},${J}\\\\)$`),nr=new RegExp(`^rgb\\\\(${D},${D},${D}\\\\)$`),rr=new RegExp(`^rgba\\\\(${J},${J},${J},${ue}\\\\)$`),ir=new RegExp(`^rgba\\\\(${D},${D},${D},${ue}\\\\)$`),or=new RegExp(`^hsl\\\\(${ue},${D},${D}\\\\)$`),ar=new RegExp(`^hsla\\\\(${ue},${D},${D},${ue}\\\\)$`),$t={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};ne(z,re,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:vt,formatHex:vt,formatHex8:lr,formatHsl:fr,formatRgb:kt,toString:kt});function vt(){return this.rgb().formatHex()}function lr(){return this.rgb().formatHex8()}function fr(){return Ct(this).formatHsl()}function kt(){return this.rgb().formatRgb()}function re(e){var t,n;return e=(e+"").trim().toLowerCase(),(t=er.exec(e))?(n=t[1].length,t=parseInt(t[1],16),n===6?Nt(t):n===3?new k(t>>8&15|t>>4&240,t>>4&15|t&240,(t&15)<<4|t&15,1):n===8?Ne(t>>24&255,t>>16&255,t>>8&255,(t&255)/255):n===4?Ne(t>>12&15|t>>8&240,t>>8&15|t>>4&240,t>>4&15|t&240,((t&15)<<4|t&15)/255):null):(t=tr.exec(e))?new k(t[1],t[2],t[3],1):(t=nr.exec(e))?new k(t[1]*255/100,t[2]*255/100,t[3]*255/100,1):(t=rr.exec(e))?Ne(t[1],t[2],t[3],t[4]):(t=ir.exec(e))?Ne(t[1]*255/100,t[2]*255/100,t[3]*255/100,t[4]):(t=or.exec(e))?At(t[1],t[2]/100,t[3]/100,1):(t=ar.exec(e))?At(t[1],t[2]/100,t[3]/100,t[4]):$t.hasOwnProperty(e)?Nt($t[e]):e==="transparent"?new k(NaN,NaN,NaN,0):null}function Nt(e){return new k(e>>16&255,e>>8&255,e&255,1)}function Ne(e,t,n,r){return r<=0&&(e=t=n=NaN),new k(e,t,n,r)}function Ge(e){return e instanceof z||(e=re(e)),e?(e=e.rgb(),new k(e.r,e.g,e.b,e.opacity)):new k}function he(e,t,n,r){return arguments.length===1?Ge(e):new k(e,t,n,r??1)}function k(e,t,n,r){this.r=+e,this.g=+t,this.b=+n,this.opacity=+r}ne(k,he,ce(z,{brighter(e){return e=e==null?te:Math.pow(te,e),new k(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?V:Math.pow(V,e),new k(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new k(X(this.r),X(this.g),X(this.b),Se(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:_t,formatHex:_t,formatHex8:ur,formatRgb:St,toString:St}));function _t(){return`#${F(this.r)}${F(this.g)}${F(this.b)}`}function ur(){return`#${F(this.r)}${F(this.g)}${F(this.b)}${F((isNaN(this.opacity)?1:this.opacity)*255)}`}function St(){let e=Se(this.opacity);return`${e===1?"rgb(":"rgba("}${X(this.r)}, ${X(this.g)}, ${X(this.b)}${e===1?")":`, ${e})`}`}function Se(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function X(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function F(e){return e=X(e),(e<16?"0":"")+e.toString(16)}function At(e,t,n,r){return r<=0?e=t=n=NaN:n<=0||n>=1?e=t=NaN:t<=0&&(e=NaN),new T(e,t,n,r)}function Ct(e){if(e instanceof T)return new T(e.h,e.s,e.l,e.opacity);if(e instanceof z||(e=re(e)),!e)return new T;if(e instanceof T)return e;e=e.rgb();var t=e.r/255,n=e.g/255,r=e.b/255,i=Math.min(t,n,r),o=Math.max(t,n,r),a=NaN,l=o-i,u=(o+i)/2;return l?(t===o?a=(n-r)/l+(n<r)*6:n===o?a=(r-t)/l+2:a=(t-n)/l+4,l/=u<.5?o+i:2-o-i,a*=60):l=u>0&&u<1?0:a,new T(a,l,u,e.opacity)}function Ee(e,t,n,r){return arguments.length===1?Ct(e):new T(e,t,n,r??1)}function T(e,t,n,r){this.h=+e,this.s=+t,this.l=+n,this.opacity=+r}ne(T,Ee,ce(z,{brighter(e){return e=e==null?te:Math.pow(te,e),new T(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?V:Math.pow(V,e),new T(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,t=isNaN(e)||isNaN(this.s)?0:this.s,n=this.l,r=n+(n<.5?n:1-n)*t,i=2*n-r;return new k(ze(e>=240?e-240:e+120,i,r),ze(e,i,r),ze(e<120?e+240:e-120,i,r),this.opacity)},clamp(){return new T(Et(this.h),_e(this.s),_e(this.l),Se(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=Se(this.opacity);return`${e===1?"hsl(":"hsla("}${Et(this.h)}, ${_e(this.s)*100}%, ${_e(this.l)*100}%${e===1?")":`, ${e})`}`}}));function Et(e){return e=(e||0)%360,e<0?e+360:e}function _e(e){return Math.max(0,Math.min(1,e||0))}function ze(e,t,n){return(e<60?t+(n-t)*e/60:e<180?n:e<240?t+(n-t)*(240-e)/60:t)*255}var Tt=Math.PI/180,qt=180/Math.PI,Ae=18,Ot=.96422,It=1,Dt=.82521,Ht=4/29,ee=6/29,Bt=3*ee*ee,sr=ee*ee*ee;function jt(e){if(e instanceof H)return new H(e.l,e.a,e.b,e.opacity);if(e instanceof j)return Ft(e);e instanceof k||(e=Ge(e));var t=Ve(e.r),n=Ve(e.g),r=Ve(e.b),i=Fe((.2225045*t+.7168786*n+.0606169*r)/It),o,a;return t===n&&n===r?o=a=i:(o=Fe((.4360747*t+.3850649*n+.1430804*r)/Ot),a=Fe((.0139322*t+.0971045*n+.7141733*r)/Dt)),new H(116*i-16,500*(o-i),200*(i-a),e.opacity)}function zt(e,t,n,r){return arguments.length===1?jt(e):new H(e,t,n,r??1)}function H(e,t,n,r){this.l=+e,this.a=+t,this.b=+n,this.opacity=+r}ne(H,zt,ce(z,{brighter(e){return new H(this.l+Ae*(e??1),this.a,this.b,this.opacity)},darker(e){return new H(this.l-Ae*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,t=isNaN(this.a)?e:e+this.a/500,n=isNaN(this.b)?e:e-this.b/200;return t=Ot*Xe(t),e=It*Xe(e),n=Dt*Xe(n),new k(Ye(3.1338561*t-1.6168667*e-.4906146*n),Ye(-.9787684*t+1.9161415*e+.033454*n),Ye(.0719453*t-.2289914*e+1.4052427*n),this.opacity)}}));function Fe(e){return e>sr?Math.pow(e,1/3):e/Bt+Ht}function Xe(e){return e>ee?e*e*e:Bt*(e-Ht)}function Ye(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function Ve(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function cr(e){if(e instanceof j)return new j(e.h,e.c,e.l,e.opacity);if(e instanceof H||(e=jt(e)),e.a===0&&e.b===0)return new j(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var t=Math.atan2(e.b,e.a)*qt;return new j(t<0?t+360:t,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function Pe(e,t,n,r){return arguments.length===1?cr(e):new j(e,t,n,r??1)}function j(e,t,n,r){this.h=+e,this.c=+t,this.l=+n,this.opacity=+r}function Ft(e){if(isNaN(e.h))return new H(e.l,0,0,e.opacity);var t=e.h*Tt;return new H(e.l,Math.cos(t)*e.c,Math.sin(t)*e.c,e.opacity)}ne(j,Pe,ce(z,{brighter(e){return new j(this.h,this.c,this.l+Ae*(e??1),this.opacity)},darker(e){return new j(this.h,this.c,this.l-Ae*(e??1),this.opacity)},rgb(){return Ft(this).rgb()}}));var Xt=-.14861,Ue=1.78277,Qe=-.29227,Re=-.90649,se=1.97294,Pt=se*Re,Rt=se*Ue,Lt=Ue*Qe-Re*Xt;function hr(e){if(e instanceof Y)return new Y(e.h,e.s,e.l,e.opacity);e instanceof k||(e=Ge(e));var t=e.r/255,n=e.g/255,r=e.b/255,i=(Lt*r+Pt*t-Rt*n)/(Lt+Pt-Rt),o=r-i,a=(se*(n-i)-Qe*o)/Re,l=Math.sqrt(a*a+o*o)/(se*i*(1-i)),u=l?Math.atan2(a,o)*qt-120:NaN;return new Y(u<0?u+360:u,l,i,e.opacity)}function Le(e,t,n,r){return arguments.length===1?hr(e):new Y(e,t,n,r??1)}function Y(e,t,n,r){this.h=+e,this.s=+t,this.l=+n,this.opacity=+r}ne(Y,Le,ce(z,{brighter(e){return e=e==null?te:Math.pow(te,e),new Y(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?V:Math.pow(V,e),new Y(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*Tt,t=+this.l,n=isNaN(this.s)?0:this.s*t*(1-t),r=Math.cos(e),i=Math.sin(e);return new k(255*(t+n*(Xt*r+Ue*i)),255*(t+n*(Qe*r+Re*i)),255*(t+n*(se*r)),this.opacity)}}));function Ut(e,t,n,r,i){var o=e*e,a=o*e;return((1-3*e+3*o-a)*t+(4-6*o+3*a)*n+(1+3*e+3*o-3*a)*r+a*i)/6}function dr(e){var t=e.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,t-1):Math.floor(n*t),i=e[r],o=e[r+1],a=r>0?e[r-1]:2*i-o,l=r<t-1?e[r+2]:2*o-i;return Ut((n-r/t)*t,a,i,o,l)}}function mr(e){var t=e.length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*t),i=e[(r+t-1)%t],o=e[r%t],a=e[(r+1)%t],l=e[(r+2)%t];return Ut((n-r/t)*t,i,o,a,l)}}var Te=e=>()=>e;function Qt(e,t){return function(n){return e+n*t}}function pr(e,t,n){return e=Math.pow(e,n),t=Math.pow(t,n)-e,n=1/n,function(r){return Math.pow(e+r*t,n)}}function Je(e,t){var n=t-e;return n?Qt(e,n>180||n<-180?n-360*Math.round(n/360):n):Te(isNaN(e)?t:e)}function gr(e){return(e=+e)==1?R:function(t,n){return n-t?pr(t,n,e):Te(isNaN(t)?n:t)}}function R(e,t){var n=t-e;return n?Qt(e,n):Te(isNaN(e)?t:e)}var Yt=(function e(t){var n=gr(t);function r(i,o){var a=n((i=he(i)).r,(o=he(o)).r),l=n(i.g,o.g),u=n(i.b,o.b),f=R(i.opacity,o.opacity);return function(s){return i.r=a(s),i.g=l(s),i.b=u(s),i.opacity=f(s),i+""}}return r.gamma=e,r})(1);function Wt(e){return function(t){var n=t.length,r=new Array(n),i=new Array(n),o=new Array(n),a,l;for(a=0;a<n;++a)l=he(t[a]),r[a]=l.r||0,i[a]=l.g||0,o[a]=l.b||0;return r=e(r),i=e(i),o=e(o),l.opacity=1,function(u){return l.r=r(u),l.g=i(u),l.b=o(u),l+""}}}var qi=Wt(dr),Oi=Wt(mr);function xr(e,t){t||(t=[]);var n=e?Math.min(t.length,e.length):0,r=t.slice(),i;return function(o){for(i=0;i<n;++i)r[i]=e[i]*(1-o)+t[i]*o;return r}}function yr(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function br(e,t){var n=t?t.length:0,r=e?Math.min(n,e.length):0,i=new Array(r),o=new Array(n),a;for(a=0;a<r;++a)i[a]=qe(e[a],t[a]);for(;a<n;++a)o[a]=t[a];return function(l){for(a=0;a<r;++a)o[a]=i[a](l);return o}}function wr(e,t){var n=new Date;return e=+e,t=+t,function(r){return n.setTime(e*(1-r)+t*r),n}}function q(e,t){return e=+e,t=+t,function(n){return e*(1-n)+t*n}}function Mr(e,t){var n={},r={},i;(e===null||typeof e!="object")&&(e={}),(t===null||typeof t!="object")&&(t={});for(i in t)i in e?n[i]=qe(e[i],t[i]):r[i]=t[i];return function(o){for(i in n)r[i]=n[i](o);return r}}var Ze=/[-+]?(?:\\d+\\.?\\d*|\\.?\\d+)(?:[eE][-+]?\\d+)?/g,We=new RegExp(Ze.source,"g");function $r(e){return function(){return e}}function vr(e){return function(t){return e(t)+""}}function kr(e,t){var n=Ze.lastIndex=We.lastIndex=0,r,i,o,a=-1,l=[],u=[];for(e=e+"",t=t+"";(r=Ze.exec(e))&&(i=We.exec(t));)(o=i.index)>n&&(o=t.slice(n,o),l[a]?l[a]+=o:l[++a]=o),(r=r[0])===(i=i[0])?l[a]?l[a]+=i:l[++a]=i:(l[++a]=null,u.push({i:a,x:q(r,i)})),n=We.lastIndex;return n<t.length&&(o=t.slice(n),l[a]?l[a]+=o:l[++a]=o),l.length<2?u[0]?vr(u[0].x):$r(t):(t=u.length,function(f){for(var s=0,h;s<t;++s)l[(h=u[s]).i]=h.x(f);return l.join("")})}function qe(e,t){var n=typeof t,r;return t==null||n==="boolean"?Te(t):(n==="number"?q:n==="string"?(r=re(t))?(t=r,Yt):kr:t instanceof re?Yt:t instanceof Date?wr:yr(t)?xr:Array.isArray(t)?br:typeof t.valueOf!="function"&&typeof t.toString!="function"||isNaN(t)?Mr:q)(e,t)}function Zt(e,t){return e=+e,t=+t,function(n){return Math.round(e*(1-n)+t*n)}}var Vt=180/Math.PI,Ke={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function Kt(e,t,n,r,i,o){var a,l,u;return(a=Math.sqrt(e*e+t*t))&&(e/=a,t/=a),(u=e*n+t*r)&&(n-=e*u,r-=t*u),(l=Math.sqrt(n*n+r*r))&&(n/=l,r/=l,u/=l),e*r<t*n&&(e=-e,t=-t,u=-u,a=-a),{translateX:i,translateY:o,rotate:Math.atan2(t,e)*Vt,skewX:Math.atan(u)*Vt,scaleX:a,scaleY:l}}var Ce;function Nr(e){let t=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return t.isIdentity?Ke:Kt(t.a,t.b,t.c,t.d,t.e,t.f)}function _r(e){return e==null||(Ce||(Ce=document.createElementNS("http://www.w3.org/2000/svg","g")),Ce.setAttribute("transform",e),!(e=Ce.transform.baseVal.consolidate()))?Ke:(e=e.matrix,Kt(e.a,e.b,e.c,e.d,e.e,e.f))}function Jt(e,t,n,r){function i(f){return f.length?f.pop()+" ":""}function o(f,s,h,c,d,m){if(f!==h||s!==c){var p=d.push("translate(",null,t,null,n);m.push({i:p-4,x:q(f,h)},{i:p-2,x:q(s,c)})}else(h||c)&&d.push("translate("+h+t+c+n)}function a(f,s,h,c){f!==s?(f-s>180?s+=360:s-f>180&&(f+=360),c.push({i:h.push(i(h)+"rotate(",null,r)-2,x:q(f,s)})):s&&h.push(i(h)+"rotate("+s+r)}function l(f,s,h,c){f!==s?c.push({i:h.push(i(h)+"skewX(",null,r)-2,x:q(f,s)}):s&&h.push(i(h)+"skewX("+s+r)}function u(f,s,h,c,d,m){if(f!==h||s!==c){var p=d.push(i(d)+"scale(",null,",",null,")");m.push({i:p-4,x:q(f,h)},{i:p-2,x:q(s,c)})}else(h!==1||c!==1)&&d.push(i(d)+"scale("+h+","+c+")")}return function(f,s){var h=[],c=[];return f=e(f),s=e(s),o(f.translateX,f.translateY,s.translateX,s.translateY,h,c),a(f.rotate,s.rotate,h,c),l(f.skewX,s.skewX,h,c),u(f.scaleX,f.scaleY,s.scaleX,s.scaleY,h,c),f=s=null,function(d){for(var m=-1,p=c.length,y;++m<p;)h[(y=c[m]).i]=y.x(d);return h.join("")}}}var Ii=Jt(Nr,"px, ","px)","deg)"),Di=Jt(_r,", ",")",")"),Sr=1e-12;function Gt(e){return((e=Math.exp(e))+1/e)/2}function Ar(e){return((e=Math.exp(e))-1/e)/2}function Er(e){return((e=Math.exp(2*e))-1)/(e+1)}var Hi=(function e(t,n,r){function i(o,a){var l=o[0],u=o[1],f=o[2],s=a[0],h=a[1],c=a[2],d=s-l,m=h-u,p=d*d+m*m,y,b;if(p<Sr)b=Math.log(c/f)/t,y=function(O){return[l+O*d,u+O*m,f*Math.exp(t*O*b)]};else{var L=Math.sqrt(p),N=(c*c-f*f+r*p)/(2*f*n*L),_=(c*c-f*f-r*p)/(2*c*n*L),P=Math.log(Math.sqrt(N*N+1)-N),S=Math.log(Math.sqrt(_*_+1)-_);b=(S-P)/t,y=function(O){var w=O*b,M=Gt(P),E=f/(n*L)*(M*Er(t*w+P)-Ar(P));return[l+E*d,u+E*m,f*M/Gt(t*w+P)]}}return y.duration=Math.abs(b)*1e3*t/Math.SQRT2,y}return i.rho=function(o){var a=Math.max(.001,+o),l=a*a,u=l*l;return e(a,l,u)},i})(Math.SQRT2,2,4);function en(e){return function(t,n){var r=e((t=Ee(t)).h,(n=Ee(n)).h),i=R(t.s,n.s),o=R(t.l,n.l),a=R(t.opacity,n.opacity);return function(l){return t.h=r(l),t.s=i(l),t.l=o(l),t.opacity=a(l),t+""}}}var Bi=en(Je),ji=en(R);function tn(e){return function(t,n){var r=e((t=Pe(t)).h,(n=Pe(n)).h),i=R(t.c,n.c),o=R(t.l,n.l),a=R(t.opacity,n.opacity);return function(l){return t.h=r(l),t.c=i(l),t.l=o(l),t.opacity=a(l),t+""}}}var zi=tn(Je),Fi=tn(R);function nn(e){return(function t(n){n=+n;function r(i,o){var a=e((i=Le(i)).h,(o=Le(o)).h),l=R(i.s,o.s),u=R(i.l,o.l),f=R(i.opacity,o.opacity);return function(s){return i.h=a(s),i.s=l(s),i.l=u(Math.pow(s,n)),i.opacity=f(s),i+""}}return r.gamma=t,r})(1)}var Xi=nn(Je),Yi=nn(R);function et(e){return function(){return e}}function tt(e){return+e}var rn=[0,1];function ie(e){return e}function nt(e,t){return(t-=e=+e)?function(n){return(n-e)/t}:et(isNaN(t)?NaN:.5)}function Pr(e,t){var n;return e>t&&(n=e,e=t,t=n),function(r){return Math.max(e,Math.min(t,r))}}function Rr(e,t,n){var r=e[0],i=e[1],o=t[0],a=t[1];return i<r?(r=nt(i,r),o=n(a,o)):(r=nt(r,i),o=n(o,a)),function(l){return o(r(l))}}function Lr(e,t,n){var r=Math.min(e.length,t.length)-1,i=new Array(r),o=new Array(r),a=-1;for(e[r]<e[0]&&(e=e.slice().reverse(),t=t.slice().reverse());++a<r;)i[a]=nt(e[a],e[a+1]),o[a]=n(t[a],t[a+1]);return function(l){var u=yt(e,l,1,r)-1;return o[u](i[u](l))}}function Oe(e,t){return t.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function rt(){var e=rn,t=rn,n=qe,r,i,o,a=ie,l,u,f;function s(){var c=Math.min(e.length,t.length);return a!==ie&&(a=Pr(e[0],e[c-1])),l=c>2?Lr:Rr,u=f=null,h}function h(c){return c==null||isNaN(c=+c)?o:(u||(u=l(e.map(r),t,n)))(r(a(c)))}return h.invert=function(c){return a(i((f||(f=l(t,e.map(r),q)))(c)))},h.domain=function(c){return arguments.length?(e=Array.from(c,tt),s()):e.slice()},h.range=function(c){return arguments.length?(t=Array.from(c),s()):t.slice()},h.rangeRound=function(c){return t=Array.from(c),n=Zt,s()},h.clamp=function(c){return arguments.length?(a=c?!0:ie,s()):a!==ie},h.interpolate=function(c){return arguments.length?(n=c,s()):n},h.unknown=function(c){return arguments.length?(o=c,h):o},function(c,d){return r=c,i=d,s()}}function it(){return rt()(ie,ie)}function Cr(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function De(e,t){if(!isFinite(e)||e===0)return null;var n=(e=t?e.toExponential(t-1):e.toExponential()).indexOf("e"),r=e.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+e.slice(n+1)]}function oe(e){return e=De(Math.abs(e)),e?e[1]:NaN}function Tr(e,t){return function(n,r){for(var i=n.length,o=[],a=0,l=e[0],u=0;i>0&&l>0&&(u+l+1>r&&(l=Math.max(1,r-u)),o.push(n.substring(i-=l,i+l)),!((u+=l+1)>r));)l=e[a=(a+1)%e.length];return o.reverse().join(t)}}function qr(e){return function(t){return t.replace(/[0-9]/g,function(n){return e[+n]})}}var Or=/^(?:(.)?([<>=^]))?([+\\-( ])?([$#])?(0)?(\\d+)?(,)?(\\.\\d+)?(~)?([a-z%])?$/i;function G(e){if(!(t=Or.exec(e)))throw new Error("invalid format: "+e);var t;return new ot({fill:t[1],align:t[2],sign:t[3],symbol:t[4],zero:t[5],width:t[6],comma:t[7],precision:t[8]&&t[8].slice(1),trim:t[9],type:t[10]})}G.prototype=ot.prototype;function ot(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}ot.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function Ir(e){e:for(var t=e.length,n=1,r=-1,i;n<t;++n)switch(e[n]){case".":r=i=n;break;case"0":r===0&&(r=n),i=n;break;default:if(!+e[n])break e;r>0&&(r=0);break}return r>0?e.slice(0,r)+e.slice(i+1):e}var He;function Dr(e,t){var n=De(e,t);if(!n)return He=void 0,e.toPrecision(t);var r=n[0],i=n[1],o=i-(He=Math.max(-8,Math.min(8,Math.floor(i/3)))*3)+1,a=r.length;return o===a?r:o>a?r+new Array(o-a+1).join("0"):o>0?r.slice(0,o)+"."+r.slice(o):"0."+new Array(1-o).join("0")+De(e,Math.max(0,t+o-1))[0]}function on(e,t){var n=De(e,t);if(!n)return e+"";var r=n[0],i=n[1];return i<0?"0."+new Array(-i).join("0")+r:r.length>i+1?r.slice(0,i+1)+"."+r.slice(i+1):r+new Array(i-r.length+2).join("0")}var an={"%":(e,t)=>(e*100).toFixed(t),b:e=>Math.round(e).toString(2),c:e=>e+"",d:Cr,e:(e,t)=>e.toExponential(t),f:(e,t)=>e.toFixed(t),g:(e,t)=>e.toPrecision(t),o:e=>Math.round(e).toString(8),p:(e,t)=>on(e*100,t),r:on,s:Dr,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function ln(e){return e}var fn=Array.prototype.map,un=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function Hr(e){var t=e.grouping===void 0||e.thousands===void 0?ln:Tr(fn.call(e.grouping,Number),e.thousands+""),n=e.currency===void 0?"":e.currency[0]+"",r=e.currency===void 0?"":e.currency[1]+"",i=e.decimal===void 0?".":e.decimal+"",o=e.numerals===void 0?ln:qr(fn.call(e.numerals,String)),a=e.percent===void 0?"%":e.percent+"",l=e.minus===void 0?"\u2212":e.minus+"",u=e.nan===void 0?"NaN":e.nan+"";function f(h,c){h=G(h);var d=h.fill,m=h.align,p=h.sign,y=h.symbol,b=h.zero,L=h.width,N=h.comma,_=h.precision,P=h.trim,S=h.type;S==="n"?(N=!0,S="g"):an[S]||(_===void 0&&(_=12),P=!0,S="g"),(b||d==="0"&&m==="=")&&(b=!0,d="0",m="=");var O=(c&&c.prefix!==void 0?c.prefix:"")+(y==="$"?n:y==="#"&&/[boxX]/.test(S)?"0"+S.toLowerCase():""),w=(y==="$"?r:/[%p]/.test(S)?a:"")+(c&&c.suffix!==void 0?c.suffix:""),M=an[S],E=/[defgprs%]/.test(S);_=_===void 0?6:/[gprs]/.test(S)?Math.max(1,Math.min(21,_)):Math.max(0,Math.min(20,_));function v(g){var I=O,C=w,W,dt,ye;if(S==="c")C=M(g)+C,g="";else{g=+g;var be=g<0||1/g<0;if(g=isNaN(g)?u:M(Math.abs(g),_),P&&(g=Ir(g)),be&&+g==0&&p!=="+"&&(be=!1),I=(be?p==="("?p:l:p==="-"||p==="("?"":p)+I,C=(S==="s"&&!isNaN(g)&&He!==void 0?un[8+He/3]:"")+C+(be&&p==="("?")":""),E){for(W=-1,dt=g.length;++W<dt;)if(ye=g.charCodeAt(W),48>ye||ye>57){C=(ye===46?i+g.slice(W+1):g.slice(W))+C,g=g.slice(0,W);break}}}N&&!b&&(g=t(g,1/0));var we=I.length+g.length+C.length,B=we<L?new Array(L-we+1).join(d):"";switch(N&&b&&(g=t(B+g,B.length?L-C.length:1/0),B=""),m){case"<":g=I+g+C+B;break;case"=":g=I+B+g+C;break;case"^":g=B.slice(0,we=B.length>>1)+I+g+C+B.slice(we);break;default:g=B+I+g+C;break}return o(g)}return v.toString=function(){return h+""},v}function s(h,c){var d=Math.max(-8,Math.min(8,Math.floor(oe(c)/3)))*3,m=Math.pow(10,-d),p=f((h=G(h),h.type="f",h),{suffix:un[8+d/3]});return function(y){return p(m*y)}}return{format:f,formatPrefix:s}}var Ie,de,at;Br({thousands:",",grouping:[3],currency:["$",""]});function Br(e){return Ie=Hr(e),de=Ie.format,at=Ie.formatPrefix,Ie}function sn(e){return Math.max(0,-oe(Math.abs(e)))}function cn(e,t){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(oe(t)/3)))*3-oe(Math.abs(e)))}function hn(e,t){return e=Math.abs(e),t=Math.abs(t)-e,Math.max(0,oe(t)-oe(e))+1}function lt(e,t,n,r){var i=Mt(e,t,n),o;switch(r=G(r??",f"),r.type){case"s":{var a=Math.max(Math.abs(e),Math.abs(t));return r.precision==null&&!isNaN(o=cn(i,a))&&(r.precision=o),at(r,a)}case"":case"e":case"g":case"p":case"r":{r.precision==null&&!isNaN(o=hn(i,Math.max(Math.abs(e),Math.abs(t))))&&(r.precision=o-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(o=sn(i))&&(r.precision=o-(r.type==="%")*2);break}}return de(r)}function jr(e){var t=e.domain;return e.ticks=function(n){var r=t();return fe(r[0],r[r.length-1],n??10)},e.tickFormat=function(n,r){var i=t();return lt(i[0],i[i.length-1],n??10,r)},e.nice=function(n){n==null&&(n=10);var r=t(),i=0,o=r.length-1,a=r[i],l=r[o],u,f,s=10;for(l<a&&(f=a,a=l,l=f,f=i,i=o,o=f);s-- >0;){if(f=ve(a,l,n),f===u)return r[i]=a,r[o]=l,t(r);if(f>0)a=Math.floor(a/f)*f,l=Math.ceil(l/f)*f;else if(f<0)a=Math.ceil(a*f)/f,l=Math.floor(l*f)/f;else break;u=f}return e},e}function me(){var e=it();return e.copy=function(){return Oe(e,me())},ke.apply(e,arguments),jr(e)}function ft(e,t){e=e.slice();var n=0,r=e.length-1,i=e[n],o=e[r],a;return o<i&&(a=n,n=r,r=a,a=i,i=o,o=a),e[n]=t.floor(i),e[r]=t.ceil(o),e}function dn(e){return Math.log(e)}function mn(e){return Math.exp(e)}function zr(e){return-Math.log(-e)}function Fr(e){return-Math.exp(-e)}function Xr(e){return isFinite(e)?+("1e"+e):e<0?0:e}function Yr(e){return e===10?Xr:e===Math.E?Math.exp:t=>Math.pow(e,t)}function Vr(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),t=>Math.log(t)/e)}function pn(e){return(t,n)=>-e(-t,n)}function Gr(e){let t=e(dn,mn),n=t.domain,r=10,i,o;function a(){return i=Vr(r),o=Yr(r),n()[0]<0?(i=pn(i),o=pn(o),e(zr,Fr)):e(dn,mn),t}return t.base=function(l){return arguments.length?(r=+l,a()):r},t.domain=function(l){return arguments.length?(n(l),a()):n()},t.ticks=l=>{let u=n(),f=u[0],s=u[u.length-1],h=s<f;h&&([f,s]=[s,f]);let c=i(f),d=i(s),m,p,y=l==null?10:+l,b=[];if(!(r%1)&&d-c<y){if(c=Math.floor(c),d=Math.ceil(d),f>0){for(;c<=d;++c)for(m=1;m<r;++m)if(p=c<0?m/o(-c):m*o(c),!(p<f)){if(p>s)break;b.push(p)}}else for(;c<=d;++c)for(m=r-1;m>=1;--m)if(p=c>0?m/o(-c):m*o(c),!(p<f)){if(p>s)break;b.push(p)}b.length*2<y&&(b=fe(f,s,y))}else b=fe(c,d,Math.min(d-c,y)).map(o);return h?b.reverse():b},t.tickFormat=(l,u)=>{if(l==null&&(l=10),u==null&&(u=r===10?"s":","),typeof u!="function"&&(!(r%1)&&(u=G(u)).precision==null&&(u.trim=!0),u=de(u)),l===1/0)return u;let f=Math.max(1,r*l/t.ticks().length);return s=>{let h=s/o(Math.round(i(s)));return h*r<r-.5&&(h*=r),h<=f?u(s):""}},t.nice=()=>n(ft(n(),{floor:l=>o(Math.floor(i(l))),ceil:l=>o(Math.ceil(i(l)))})),t}function pe(){let e=Gr(rt()).domain([1,10]);return e.copy=()=>Oe(e,pe()).base(e.base()),ke.apply(e,arguments),e}function U(e){return function(){return e}}var ge=Math.PI,ut=2*ge,Q=1e-6,Ur=ut-Q;function gn(e){this._+=e[0];for(let t=1,n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function Qr(e){let t=Math.floor(e);if(!(t>=0))throw new Error(`invalid digits: ${e}`);if(t>15)return gn;let n=10**t;return function(r){this._+=r[0];for(let i=1,o=r.length;i<o;++i)this._+=Math.round(arguments[i]*n)/n+r[i]}}function xn(e,t,n,r){return e===n&&t===r}function Wr(e){let t=Math.floor(e);if(!(t<=15))return xn;let n=10**t,r=function(i){return Math.round(i*n)};return function(i,o,a,l){return r(i)===r(a)&&r(o)===r(l)}}var ae=class{constructor(t){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=t==null?gn:Qr(t),this._equal=t==null?xn:Wr(t)}moveTo(t,n){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(t,n){this._append`L${this._x1=+t},${this._y1=+n}`}quadraticCurveTo(t,n,r,i){this._append`Q${+t},${+n},${this._x1=+r},${this._y1=+i}`}bezierCurveTo(t,n,r,i,o,a){this._append`C${+t},${+n},${+r},${+i},${this._x1=+o},${this._y1=+a}`}arcTo(t,n,r,i,o){if(t=+t,n=+n,r=+r,i=+i,o=+o,o<0)throw new Error(`negative radius: ${o}`);let a=this._x1,l=this._y1,u=r-t,f=i-n,s=a-t,h=l-n,c=s*s+h*h;if(this._x1===null)this._append`M${this._x1=t},${this._y1=n}`;else if(c>Q)if(!(Math.abs(h*u-f*s)>Q)||!o)this._append`L${this._x1=t},${this._y1=n}`;else{let d=r-a,m=i-l,p=u*u+f*f,y=d*d+m*m,b=Math.sqrt(p),L=Math.sqrt(c),N=o*Math.tan((ge-Math.acos((p+c-y)/(2*b*L)))/2),_=N/L,P=N/b;Math.abs(_-1)>Q&&this._append`L${t+_*s},${n+_*h}`,this._append`A${o},${o},0,0,${+(h*d>s*m)},${this._x1=t+P*u},${this._y1=n+P*f}`}}arc(t,n,r,i,o,a){if(t=+t,n=+n,r=+r,a=!!a,r<0)throw new Error(`negative radius: ${r}`);let l=r*Math.cos(i),u=r*Math.sin(i),f=t+l,s=n+u,h=1^a,c=a?i-o:o-i;if(this._x1===null?this._append`M${f},${s}`:(Math.abs(this._x1-f)>Q||Math.abs(this._y1-s)>Q)&&this._append`L${f},${s}`,!!r){if(c<0&&(c=c%ut+ut),c>Ur)this._append`A${r},${r},0,1,${h},${t-l},${n-u}A${r},${r},0,1,${h},${this._x1=f},${this._y1=s}`;else if(c>Q){let d=t+r*Math.cos(o),m=n+r*Math.sin(o);if(c>=ge&&this._equal(f,s,d,m)){c/=2;let p=i+c;this._append`A${r},${r},0,${+(c>=ge)},${h},${t+r*Math.cos(p)},${n+r*Math.sin(p)}`}this._append`A${r},${r},0,${+(c>=ge)},${h},${this._x1=d},${this._y1=m}`}}}rect(t,n,r,i){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}h${r=+r}v${+i}h${-r}Z`}toString(){return this._}};function Zr(){return new ae}Zr.prototype=ae.prototype;function yn(e){let t=3;return e.digits=function(n){if(!arguments.length)return t;if(n==null)t=null;else{let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);t=r}return e},()=>new ae(t)}var ko=Array.prototype.slice;function bn(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function wn(e){this._context=e}wn.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:this._context.lineTo(e,t);break}}};function Mn(e){return new wn(e)}function $n(e){return e[0]}function vn(e){return e[1]}function st(e,t){var n=U(!0),r=null,i=Mn,o=null,a=yn(l);e=typeof e=="function"?e:e===void 0?$n:U(e),t=typeof t=="function"?t:t===void 0?vn:U(t);function l(u){var f,s=(u=bn(u)).length,h,c=!1,d;for(r==null&&(o=i(d=a())),f=0;f<=s;++f)!(f<s&&n(h=u[f],f,u))===c&&((c=!c)?o.lineStart():o.lineEnd()),c&&o.point(+e(h,f,u),+t(h,f,u));if(d)return o=null,d+""||null}return l.x=function(u){return arguments.length?(e=typeof u=="function"?u:U(+u),l):e},l.y=function(u){return arguments.length?(t=typeof u=="function"?u:U(+u),l):t},l.defined=function(u){return arguments.length?(n=typeof u=="function"?u:U(!!u),l):n},l.curve=function(u){return arguments.length?(i=u,r!=null&&(o=i(r)),l):i},l.context=function(u){return arguments.length?(u==null?r=o=null:o=i(r=u),l):r},l}var Kr={"&":"&amp;","<":"&lt;",">":"&gt;",\'"\':"&quot;","\'":"&#39;"};function le(e){return e.replace(/[&<>"\']/g,t=>Kr[t])}var $={top:42,right:14,bottom:40,left:54},Jr=5.5,kn=18,ei=12,ti=2.2,ni=3;function En(e){let[t,n]=e.size??[360,260],r=_n(e.x,[$.left,t-$.right]),i=_n(e.y,[n-$.bottom,$.top]),o={x:r,y:i,width:t,height:n};return[`<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${t} ${n}" width="${t}" height="${n}" role="img" aria-label="${le(`${e.title}. ${e.description}`)}">`,`<text class="title" x="${$.left}" y="16">${le(e.title)}</text>`,...ii(e,o),...e.marks.map(a=>fi(a,o)),...ci(e.marks),"</svg>"].join("")}var ri=1e-300,Nn=1e300;function _n({scale:e,domain:t},n){let r=e==="log"?ri:-Nn,i=l=>Number.isNaN(l)?1:Math.min(Math.max(l,r),Nn),[o,a]=[i(t[0]),i(t[1])];if(e==="log"){let l=o<a?[o,a]:[o/2,o*2];return pe(l,n).clamp(!0)}return me(o<a?[o,a]:[o-1,o+1],n).clamp(!0)}function ii(e,{x:t,y:n,width:r,height:i}){let o=i-$.bottom,a=r-$.right,l=Sn(t,e.x,Math.max(3,Math.floor(r/70))),u=Sn(n,e.y,5);return[\'<g class="axis">\',...l.map(({at:f,text:s})=>`<line class="grid" x1="${f}" x2="${f}" y1="${$.top}" y2="${o}"/><text x="${f}" y="${o+14}" text-anchor="middle">${s}</text>`),...u.map(({at:f,text:s})=>`<line class="grid" x1="${$.left}" x2="${a}" y1="${f}" y2="${f}"/><text x="${$.left-5}" y="${A(f+3.5)}" text-anchor="end">${s}</text>`),`<path class="frame" d="M${$.left},${$.top}V${o}H${a}"/>`,`<text class="label" x="${A(($.left+a)/2)}" y="${i-8}" text-anchor="middle">${le(e.x.label)}</text>`,`<text class="label" transform="translate(12,${A(($.top+o)/2)}) rotate(-90)" text-anchor="middle">${le(e.y.label)}</text>`,"</g>"]}function Sn(e,{scale:t,whole:n},r){if(t==="linear")return e.ticks(r).filter(l=>n!==!0||Number.isInteger(l)).map(l=>({at:A(e(l)),text:An(l)}));let i=e.ticks().filter(a=>Number.isInteger(Math.round(Math.log10(a)*1e9)/1e9)),o=i.filter((a,l)=>l%Math.ceil(i.length/r)===0);return(i.length>=2?o:oi(e.ticks(),r)).map(a=>({at:A(e(a)),text:i.length>=2?li(a):An(a)}))}function oi(e,t){return e.filter((n,r)=>r%Math.ceil(e.length/t)===0)}var ai="\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079";function li(e){let t=Math.round(Math.log10(e)),n=[...String(Math.abs(t))].map(r=>ai[Number(r)]).join("");return`10${t<0?"\u207B":""}${n}`}function An(e){let t=Math.abs(e);return t!==0&&(t>=1e5||t<.001)?e.toExponential().replace("e+","e"):String(Number(e.toPrecision(4)))}function fi(e,{x:t,y:n,width:r,height:i}){let o=`class="${e.kind} ${e.role}"`;switch(e.kind){case"points":{let a=e.role==="data"||e.role==="baseline"?ti:ni,l=e.points.map(([u,f])=>`<circle cx="${A(t(u))}" cy="${A(n(f))}" r="${a}"/>`);return`<g ${o}>${l.join("")}</g>`}case"line":return`<path ${o} d="${ui(e.points,t,n)}"/>`;case"bars":return`<g ${o}>${e.bars.map(a=>si(a,t,n)).join("")}</g>`;case"vertical":return`<line ${o} x1="${A(t(e.x))}" x2="${A(t(e.x))}" y1="${$.top}" y2="${i-$.bottom}"/>`;case"horizontal":return`<line ${o} x1="${$.left}" x2="${r-$.right}" y1="${A(n(e.y))}" y2="${A(n(e.y))}"/>`}}function ui(e,t,n){return st(([i])=>A(t(i)),([,i])=>A(n(i)))([...e])??""}function si({from:e,to:t,height:n},r,i){let[o,a,l,u]=[r(e),r(t),i(n),i.range()[0]];return`<rect x="${A(o)}" y="${A(l)}" width="${A(Math.max(a-o,.5))}" height="${A(u-l)}"/>`}function ci(e){let t=$.left;return e.flatMap(({kind:n,role:r,label:i})=>{if(i===void 0)return[];let o=n==="points"?`<circle cx="${t+7}" cy="28" r="3"/>`:n==="bars"?`<rect x="${t+2}" y="24" width="10" height="9"/>`:`<path d="M${t},28h14"/>`,a=`<g class="key ${n} ${r}">${o}<text x="${t+kn}" y="32">${le(i)}</text></g>`;return t+=kn+i.length*Jr+ei,[a]})}function A(e){return Math.round(e*100)/100}function Tn(e,t){if(!Pn(e))return{};let n=t!==void 0&&Pn(t)?t:void 0,r={"log-log":hi(e,n),"log-linear":mi(e,n),linear:pi(e,n)};return e.xmin===null||e.curves.scan.xmin.length===0?r:{...r,...gi(e,e.xmin)}}function Pn(e){return e.curves!==void 0}var ct="eigenvalue \u03BB";function hi(e,t){let n=Rn(e),r=t===void 0?[]:Rn(t),i=[...n,...r];return{title:"Log-log ESD",description:`${xe(e)} Probability density of the eigenvalues, both axes logarithmic.`,x:{label:ct,scale:"log",domain:Be(i.map(([o])=>o))},y:{label:"density",scale:"log",domain:Be(i.map(([,o])=>o))},marks:[...r.length===0?[]:[{kind:"points",role:"baseline",points:r,label:"baseline"}],{kind:"points",role:"data",points:n},...di(e,n),...ht(e)]}}function di(e,t){let{alpha:n,xmin:r,num_pl_spikes:i,curves:o}=e;if(n===null||r===null||i===null)return[];let a=i/je(o.log_bins.counts),l=s=>a*(n-1)/r*(s/r)**-n,u=Math.min(...t.map(([,s])=>s)),f=Math.min(10**o.log_bins.to,r*(l(r)/u)**(1/n));return f>r?[{kind:"line",role:"fit",points:[[r,l(r)],[f,l(f)]],label:`\u03B1 = ${n.toFixed(2)}`}]:[]}function mi(e,t){let n=Ln(e),r=t===void 0?[]:Ln(t),i=qn(n,r);return{title:"Log-linear ESD",description:`${xe(e)} Share of the eigenvalues in bins of their logarithm.`,x:{label:ct,scale:"log",domain:Be([...n,...r].flatMap(({from:o,to:a})=>[o,a]))},y:{label:"share of eigenvalues",scale:"linear",domain:On([...n,...r])},marks:[...i,...ht(e)]}}function pi(e,t){let n=Cn(e),r=t===void 0?[]:Cn(t);return{title:"Linear ESD",description:`${xe(e)} Share of the eigenvalues in bins of equal width.`,x:{label:ct,scale:"linear",domain:[0,Math.max(...[...n,...r].map(({to:i})=>i))]},y:{label:"share of eigenvalues",scale:"linear",domain:On([...n,...r])},marks:[...qn(n,r),...ht(e)]}}function qn(e,t){let n={kind:"bars",role:"data",bars:e.filter(({height:i})=>i>0)};if(t.length===0)return[n];let r=t.flatMap(({from:i,to:o,height:a})=>[[i,a],[o,a]]);return[n,{kind:"line",role:"baseline",points:r,label:"baseline"}]}function ht({xmin:e,bulk_max:t,rand_bulk_max:n}){return[...e===null?[]:[{kind:"vertical",role:"xmin",x:e,label:"xmin"}],...t==null?[]:[{kind:"vertical",role:"bound",x:t,label:"MP edge"}],...n==null?[]:[{kind:"vertical",role:"random",x:n,label:"rand. edge"}]]}function gi(e,t){let{scan:n}=e.curves,r={label:"xmin",scale:"log",domain:Be(n.xmin)},i=(a,l=1/0)=>[{kind:"line",role:"data",points:n.xmin.flatMap((u,f)=>a[f]<=l?[[u,a[f]]]:[])},{kind:"vertical",role:"xmin",x:t,label:"chosen"}],o=xi(n.alpha,e.alpha??0);return{"ks-distance":{title:"KS distance over xmin",description:`${xe(e)} The fit chosen is the one of the smallest distance.`,x:r,y:{label:"D",scale:"linear",domain:[0,Math.max(...n.D)]},marks:i(n.D)},"alpha-over-xmin":{title:"Alpha over xmin",description:`${xe(e)} A plateau around the chosen xmin makes alpha reliable.`,x:r,y:{label:"alpha",scale:"linear",domain:[1,o]},marks:i(n.alpha,o)}}}function xi(e,t){let n=[...e].sort((i,o)=>i-o),r=n[Math.floor(n.length*.9)]??t;return Math.max(2,1.1*t,Math.min(r,4*t))}function xe({alpha:e,D:t,xmin:n,num_pl_spikes:r,num_evals:i}){return e===null||n===null||t===null?`${i} eigenvalues, no power law fitted.`:`${i} eigenvalues, of which ${r} from xmin ${n.toPrecision(3)} on follow a power law of alpha ${e.toFixed(2)} at distance ${t.toFixed(3)}.`}function Rn({curves:{log_bins:e}}){let{from:t,to:n,counts:r}=e,i=(n-t)/r.length,o=je(r);return r.flatMap((a,l)=>{if(a===0)return[];let u=10**(t+l*i),f=10**(t+(l+1)*i),s=f>u?f-u:u;return[[Math.sqrt(u*f),a/o/s]]})}function Ln({curves:{log_bins:e}}){let{from:t,to:n,counts:r}=e,i=(n-t)/r.length,o=je(r);return r.map((a,l)=>({from:10**(t+l*i),to:10**(t+(l+1)*i),height:a/o}))}function Cn({curves:{bins:e}}){let t=e.to/e.counts.length,n=je(e.counts);return e.counts.map((r,i)=>({from:i*t,to:(i+1)*t,height:r/n}))}function je(e){return e.reduce((t,n)=>t+n,0)||1}function Be(e){return[Math.min(...e),Math.max(...e)]}function On(e){return[0,Math.max(...e.map(({height:t})=>t))]}var yi=3;function In(e,t){let{columns:n,rows:r,worstFirst:i}=e,[o,a,l]=["verdict","layer","alpha"].map(f=>n.indexOf(f)),u=i.map((f,s)=>{let{cells:h}=r[f],c=String(h[o]),d=x("details",{id:t(f)},x("summary",{},x("span",{class:`badge ${c}`},c)," ",x("code",{},String(h[a])),` alpha ${h[l]??"none"}`)),m=!1;return d.addEventListener("toggle",()=>{m||!d.open||(m=!0,d.append(...bi(e,r[f])))}),s<yi&&c!=="pass"&&(d.open=!0),d});return[x("h3",{},"Spectra"),...u]}function bi({columns:e},t){let r=Object.values(Tn(wi(e,t),t.before)).map(o=>{let a=x("figure");return a.innerHTML=En(o),a}),i=e.flatMap((o,a)=>{let l=t.cells[a];return l===null||l===""||o==="layer"?[]:[x("div",{},x("dt",{},o),x("dd",{},String(l)))]});return[r.length===0?x("p",{class:"facts"},"This report carries no spectrum of this layer."):x("div",{class:"plots"},...r),x("dl",{class:"numbers"},...i)]}function wi(e,{cells:t,curves:n}){let r=i=>{let o=t[e.indexOf(i)];return typeof o=="number"?o:null};return{alpha:r("alpha"),D:r("D"),xmin:r("xmin"),num_pl_spikes:r("num_pl_spikes"),num_evals:r("num_evals")??0,bulk_max:r("bulk_max"),rand_bulk_max:r("rand_bulk_max"),curves:n}}var{models:Mi}=JSON.parse(document.getElementById("report-data")?.textContent??"");for(let e of document.querySelectorAll(".layers")){let t=Number(e.dataset.model),n=Mi[t];if(!n)continue;let r=i=>`m${t}-l${i}`;e.replaceChildren(...pt(n,r),...In(n,r))}addEventListener("hashchange",Dn);Dn();function Dn(){let e=document.getElementById(location.hash.slice(1));e instanceof HTMLDetailsElement&&(e.open=!0,e.querySelector("summary")?.focus(),e.scrollIntoView())}})();';
var SCRIPT_HASH = "sha256-DJb0BEJ9g3vT2WL4l054mS6LX/8zoDHoCap7gx+FXWY=";
var STYLE = ':root{color-scheme:light dark;--ground: #ffffff;--raised: #f5f6f8;--text: #1b1f24;--muted: #565e68;--edge: #d5d9de;--accent: #0b5cad;--data: #0b5cad;--baseline: #86660b;--fit: #b4231f;--pass: #17692f;--warn: #855300;--fail: #b4231f;--inconclusive: #6a3fa0;--random: #0f6f78}@media(prefers-color-scheme:dark){:root{--ground: #12161b;--raised: #1b2128;--text: #e6e9ed;--muted: #a5adb7;--edge: #39424c;--accent: #7db7f5;--data: #6cb0f5;--baseline: #e0b94a;--fit: #ff8b80;--pass: #63c67e;--warn: #f0b252;--fail: #ff8b80;--inconclusive: #c3a1f2;--random: #5bc8d2}}*{box-sizing:border-box}body{margin:0 auto;max-width:1240px;padding:1.5rem 1.25rem 3rem;font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground)}h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1.2rem;margin:1.5rem 0 .75rem;overflow-wrap:anywhere}h3{font-size:1.05rem;margin:1.75rem 0 .5rem}code{font:.92em ui-monospace,monospace;overflow-wrap:anywhere}a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}.badge{display:inline-block;padding:0 .5em;border:1.5px solid currentColor;border-radius:.35em;font-size:.75em;text-transform:uppercase;letter-spacing:.04em;vertical-align:.08em}.pass{color:var(--pass)}.warn{color:var(--warn)}.fail,.error{color:var(--fail)}.inconclusive{color:var(--inconclusive)}.remark{margin:.5rem 0;padding:.5rem .9rem;border-left:4px solid currentColor;background:var(--raised)}.counts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0 .5rem}.counts div{min-width:6rem;padding:.4rem .9rem;border:1px solid var(--edge);border-radius:.4rem}.counts dt{color:var(--muted);font-size:.85rem}.counts dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}.facts,footer,.status{color:var(--muted);font-size:.88rem}.plots{display:flex;flex-wrap:wrap;gap:.75rem}figure{margin:0}.plot{display:block;max-width:100%;height:auto;border:1px solid var(--edge);border-radius:.4rem}.plot text{font:10px system-ui,sans-serif;fill:var(--muted);stroke:none}.plot .title{font-size:12px;font-weight:600;fill:var(--text)}.plot .grid{stroke:var(--edge);stroke-width:.5}.plot .frame{fill:none;stroke:var(--muted)}.plot .data{color:var(--data)}.plot .baseline{color:var(--baseline)}.plot .fit{color:var(--fit)}.plot .xmin,.plot .bound{color:var(--muted)}.plot .random{color:var(--random)}.plot .points{fill:currentColor}.plot .bars{fill:currentColor;fill-opacity:.75}.plot .line,.plot .vertical,.plot .horizontal{fill:none;stroke:currentColor;stroke-width:1.5}.plot .fit{stroke-width:2.25}.plot .vertical,.plot .horizontal{stroke-dasharray:5 4}.controls{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin:.5rem 0}input,select,button{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--muted);border-radius:.35rem;padding:.2rem .5rem}.scroller{overflow-x:auto;max-height:32rem;border:1px solid var(--edge);border-radius:.4rem}table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}caption{text-align:left;padding:.4rem .6rem;color:var(--muted)}th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--edge)}thead th{position:sticky;top:0;background:var(--raised);padding:0}thead button{width:100%;border:0;border-radius:0;text-align:inherit;font-weight:600;white-space:nowrap;cursor:pointer}tbody th,td{padding:.25rem .5rem;font-weight:400}.number{text-align:right;white-space:nowrap}tbody th{min-width:12rem;overflow-wrap:anywhere}td.words{min-width:16rem}th[aria-sort=ascending] button:after{content:" \u25B2" / ""}th[aria-sort=descending] button:after{content:" \u25BC" / ""}.layers details,.model>details{border-bottom:1px solid var(--edge);padding:.3rem 0}summary{cursor:pointer;overflow-wrap:anywhere}.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:0 1rem;font-size:.85rem}.numbers div{display:flex;justify-content:space-between;gap:.75rem;border-bottom:1px dotted var(--edge)}.numbers dt{color:var(--muted)}.numbers dd{margin:0;overflow-wrap:anywhere;text-align:right}footer{margin-top:2rem}@media print{.controls,.more{display:none}.scroller{max-height:none;overflow:visible;border:0}thead th{position:static}figure,tr{break-inside:avoid}body{max-width:none;padding:0;font-size:11px}}';
var STYLE_HASH = "sha256-cZ9T8hb2DHj/txxQHewlKrSTNHgX9ckHPKm1N6fQ/Tw=";

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a, b) {
  return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}
function descending(a, b) {
  return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
}
function bisector(f) {
  let compare1, compare2, delta;
  if (f.length !== 2) {
    compare1 = ascending;
    compare2 = (d, x2) => ascending(f(d), x2);
    delta = (d, x2) => f(d) - x2;
  } else {
    compare1 = f === ascending || f === descending ? f : zero;
    compare2 = f;
    delta = f;
  }
  function left(a, x2, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x2) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right(a, x2, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x2) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a, x2, lo = 0, hi = a.length) {
    const i = left(a, x2, lo, hi - 1);
    return i > lo && delta(a[i - 1], x2) > -delta(a[i], x2) ? i - 1 : i;
  }
  return { left, center, right };
}
function zero() {
  return 0;
}
function number(x2) {
  return x2 === null ? NaN : +x2;
}
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width, height } = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    } else if (blurx) {
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
    } else if (blury) {
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    }
    return data;
  };
}
function blurh(blur, T, S, w, h) {
  for (let y2 = 0, n = w * h; y2 < n; ) {
    blur(T, S, y2, y2 += w, 1);
  }
}
function blurv(blur, T, S, w, h) {
  for (let x2 = 0, n = w * h; x2 < w; ++x2) {
    blur(T, S, x2, x2 + n, w);
  }
}
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T, S, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2;
    blur(T, S, start + 0, stop + 0, step);
    blur(T, S, start + 1, stop + 1, step);
    blur(T, S, start + 2, stop + 2, step);
    blur(T, S, start + 3, stop + 3, step);
  };
}
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius0 * S[start];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i = start, j = start + s0; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s0)];
      T[i] = (sum + t * (S[Math.max(start, i - s1)] + S[Math.min(stop, i + s1)])) / w;
      sum -= S[Math.max(start, i - s0)];
    }
  };
}
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius * S[start];
    const s = step * radius;
    for (let i = start, j = start + s; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s)];
      T[i] = sum / w;
      sum -= S[Math.max(start, i - s)];
    }
  };
}
var array = Array.prototype;
var slice = array.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start, stop, count) {
  const step = (stop - start) / Math.max(0, count), power2 = Math.floor(Math.log10(step)), error = step / Math.pow(10, power2), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power2 < 0) {
    inc = Math.pow(10, -power2) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power2) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop) --i2;
  }
  if (i2 < i1 && 0.5 <= count && count < 2) return tickSpec(start, stop, count * 2);
  return [i1, i2, inc];
}
function ticks(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  if (!(count > 0)) return [];
  if (start === stop) return [start];
  const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count) : tickSpec(start, stop, count);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks2 = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) * inc;
  } else {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) * inc;
  }
  return ticks2;
}
function tickIncrement(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  return tickSpec(start, stop, count)[2];
}
function tickStep(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  const reverse = stop < start, inc = reverse ? tickIncrement(stop, start, count) : tickIncrement(start, stop, count);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function shuffle2(array2, i0 = 0, i1 = array2.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i = random() * m-- | 0, t = array2[m + i0];
      array2[m + i0] = array2[i + i0];
      array2[i + i0] = t;
    }
    return array2;
  };
}

// node_modules/d3-scale/src/init.js
function initRange(domain, range) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range).domain(domain);
      break;
  }
  return this;
}

// node_modules/d3-color/dist/d3-color.mjs
function define(constructor, factory, prototype) {
  constructor.prototype = factory.prototype = prototype;
  prototype.constructor = constructor;
}
function extend(parent, definition) {
  var prototype = Object.create(parent.prototype);
  for (var key in definition) prototype[key] = definition[key];
  return prototype;
}
function Color() {
}
var darker = 0.7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
  aliceblue: 15792383,
  antiquewhite: 16444375,
  aqua: 65535,
  aquamarine: 8388564,
  azure: 15794175,
  beige: 16119260,
  bisque: 16770244,
  black: 0,
  blanchedalmond: 16772045,
  blue: 255,
  blueviolet: 9055202,
  brown: 10824234,
  burlywood: 14596231,
  cadetblue: 6266528,
  chartreuse: 8388352,
  chocolate: 13789470,
  coral: 16744272,
  cornflowerblue: 6591981,
  cornsilk: 16775388,
  crimson: 14423100,
  cyan: 65535,
  darkblue: 139,
  darkcyan: 35723,
  darkgoldenrod: 12092939,
  darkgray: 11119017,
  darkgreen: 25600,
  darkgrey: 11119017,
  darkkhaki: 12433259,
  darkmagenta: 9109643,
  darkolivegreen: 5597999,
  darkorange: 16747520,
  darkorchid: 10040012,
  darkred: 9109504,
  darksalmon: 15308410,
  darkseagreen: 9419919,
  darkslateblue: 4734347,
  darkslategray: 3100495,
  darkslategrey: 3100495,
  darkturquoise: 52945,
  darkviolet: 9699539,
  deeppink: 16716947,
  deepskyblue: 49151,
  dimgray: 6908265,
  dimgrey: 6908265,
  dodgerblue: 2003199,
  firebrick: 11674146,
  floralwhite: 16775920,
  forestgreen: 2263842,
  fuchsia: 16711935,
  gainsboro: 14474460,
  ghostwhite: 16316671,
  gold: 16766720,
  goldenrod: 14329120,
  gray: 8421504,
  green: 32768,
  greenyellow: 11403055,
  grey: 8421504,
  honeydew: 15794160,
  hotpink: 16738740,
  indianred: 13458524,
  indigo: 4915330,
  ivory: 16777200,
  khaki: 15787660,
  lavender: 15132410,
  lavenderblush: 16773365,
  lawngreen: 8190976,
  lemonchiffon: 16775885,
  lightblue: 11393254,
  lightcoral: 15761536,
  lightcyan: 14745599,
  lightgoldenrodyellow: 16448210,
  lightgray: 13882323,
  lightgreen: 9498256,
  lightgrey: 13882323,
  lightpink: 16758465,
  lightsalmon: 16752762,
  lightseagreen: 2142890,
  lightskyblue: 8900346,
  lightslategray: 7833753,
  lightslategrey: 7833753,
  lightsteelblue: 11584734,
  lightyellow: 16777184,
  lime: 65280,
  limegreen: 3329330,
  linen: 16445670,
  magenta: 16711935,
  maroon: 8388608,
  mediumaquamarine: 6737322,
  mediumblue: 205,
  mediumorchid: 12211667,
  mediumpurple: 9662683,
  mediumseagreen: 3978097,
  mediumslateblue: 8087790,
  mediumspringgreen: 64154,
  mediumturquoise: 4772300,
  mediumvioletred: 13047173,
  midnightblue: 1644912,
  mintcream: 16121850,
  mistyrose: 16770273,
  moccasin: 16770229,
  navajowhite: 16768685,
  navy: 128,
  oldlace: 16643558,
  olive: 8421376,
  olivedrab: 7048739,
  orange: 16753920,
  orangered: 16729344,
  orchid: 14315734,
  palegoldenrod: 15657130,
  palegreen: 10025880,
  paleturquoise: 11529966,
  palevioletred: 14381203,
  papayawhip: 16773077,
  peachpuff: 16767673,
  peru: 13468991,
  pink: 16761035,
  plum: 14524637,
  powderblue: 11591910,
  purple: 8388736,
  rebeccapurple: 6697881,
  red: 16711680,
  rosybrown: 12357519,
  royalblue: 4286945,
  saddlebrown: 9127187,
  salmon: 16416882,
  sandybrown: 16032864,
  seagreen: 3050327,
  seashell: 16774638,
  sienna: 10506797,
  silver: 12632256,
  skyblue: 8900331,
  slateblue: 6970061,
  slategray: 7372944,
  slategrey: 7372944,
  snow: 16775930,
  springgreen: 65407,
  steelblue: 4620980,
  tan: 13808780,
  teal: 32896,
  thistle: 14204888,
  tomato: 16737095,
  turquoise: 4251856,
  violet: 15631086,
  wheat: 16113331,
  white: 16777215,
  whitesmoke: 16119285,
  yellow: 16776960,
  yellowgreen: 10145074
};
define(Color, color, {
  copy(channels) {
    return Object.assign(new this.constructor(), this, channels);
  },
  displayable() {
    return this.rgb().displayable();
  },
  hex: color_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: color_formatHex,
  formatHex8: color_formatHex8,
  formatHsl: color_formatHsl,
  formatRgb: color_formatRgb,
  toString: color_formatRgb
});
function color_formatHex() {
  return this.rgb().formatHex();
}
function color_formatHex8() {
  return this.rgb().formatHex8();
}
function color_formatHsl() {
  return hslConvert(this).formatHsl();
}
function color_formatRgb() {
  return this.rgb().formatRgb();
}
function color(format2) {
  var m, l;
  format2 = (format2 + "").trim().toLowerCase();
  return (m = reHex.exec(format2)) ? (l = m[1].length, m = parseInt(m[1], 16), l === 6 ? rgbn(m) : l === 3 ? new Rgb(m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, (m & 15) << 4 | m & 15, 1) : l === 8 ? rgba(m >> 24 & 255, m >> 16 & 255, m >> 8 & 255, (m & 255) / 255) : l === 4 ? rgba(m >> 12 & 15 | m >> 8 & 240, m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, ((m & 15) << 4 | m & 15) / 255) : null) : (m = reRgbInteger.exec(format2)) ? new Rgb(m[1], m[2], m[3], 1) : (m = reRgbPercent.exec(format2)) ? new Rgb(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, 1) : (m = reRgbaInteger.exec(format2)) ? rgba(m[1], m[2], m[3], m[4]) : (m = reRgbaPercent.exec(format2)) ? rgba(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, m[4]) : (m = reHslPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, 1) : (m = reHslaPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, m[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
function rgbn(n) {
  return new Rgb(n >> 16 & 255, n >> 8 & 255, n & 255, 1);
}
function rgba(r, g, b, a) {
  if (a <= 0) r = g = b = NaN;
  return new Rgb(r, g, b, a);
}
function rgbConvert(o) {
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Rgb();
  o = o.rgb();
  return new Rgb(o.r, o.g, o.b, o.opacity);
}
function rgb(r, g, b, opacity) {
  return arguments.length === 1 ? rgbConvert(r) : new Rgb(r, g, b, opacity == null ? 1 : opacity);
}
function Rgb(r, g, b, opacity) {
  this.r = +r;
  this.g = +g;
  this.b = +b;
  this.opacity = +opacity;
}
define(Rgb, rgb, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  rgb() {
    return this;
  },
  clamp() {
    return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
  },
  displayable() {
    return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
  },
  hex: rgb_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: rgb_formatHex,
  formatHex8: rgb_formatHex8,
  formatRgb: rgb_formatRgb,
  toString: rgb_formatRgb
}));
function rgb_formatHex() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
}
function rgb_formatHex8() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
function rgb_formatRgb() {
  const a = clampa(this.opacity);
  return `${a === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a === 1 ? ")" : `, ${a})`}`;
}
function clampa(opacity) {
  return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
function clampi(value2) {
  return Math.max(0, Math.min(255, Math.round(value2) || 0));
}
function hex(value2) {
  value2 = clampi(value2);
  return (value2 < 16 ? "0" : "") + value2.toString(16);
}
function hsla(h, s, l, a) {
  if (a <= 0) h = s = l = NaN;
  else if (l <= 0 || l >= 1) h = s = NaN;
  else if (s <= 0) h = NaN;
  return new Hsl(h, s, l, a);
}
function hslConvert(o) {
  if (o instanceof Hsl) return new Hsl(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Hsl();
  if (o instanceof Hsl) return o;
  o = o.rgb();
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, min = Math.min(r, g, b), max = Math.max(r, g, b), h = NaN, s = max - min, l = (max + min) / 2;
  if (s) {
    if (r === max) h = (g - b) / s + (g < b) * 6;
    else if (g === max) h = (b - r) / s + 2;
    else h = (r - g) / s + 4;
    s /= l < 0.5 ? max + min : 2 - max - min;
    h *= 60;
  } else {
    s = l > 0 && l < 1 ? 0 : h;
  }
  return new Hsl(h, s, l, o.opacity);
}
function hsl(h, s, l, opacity) {
  return arguments.length === 1 ? hslConvert(h) : new Hsl(h, s, l, opacity == null ? 1 : opacity);
}
function Hsl(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
define(Hsl, hsl, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = this.h % 360 + (this.h < 0) * 360, s = isNaN(h) || isNaN(this.s) ? 0 : this.s, l = this.l, m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
    return new Rgb(
      hsl2rgb(h >= 240 ? h - 240 : h + 120, m1, m2),
      hsl2rgb(h, m1, m2),
      hsl2rgb(h < 120 ? h + 240 : h - 120, m1, m2),
      this.opacity
    );
  },
  clamp() {
    return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
  },
  displayable() {
    return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
  },
  formatHsl() {
    const a = clampa(this.opacity);
    return `${a === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a === 1 ? ")" : `, ${a})`}`;
  }
}));
function clamph(value2) {
  value2 = (value2 || 0) % 360;
  return value2 < 0 ? value2 + 360 : value2;
}
function clampt(value2) {
  return Math.max(0, Math.min(1, value2 || 0));
}
function hsl2rgb(h, m1, m2) {
  return (h < 60 ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1) * 255;
}
var radians = Math.PI / 180;
var degrees = 180 / Math.PI;
var K = 18;
var Xn = 0.96422;
var Yn = 1;
var Zn = 0.82521;
var t0 = 4 / 29;
var t1 = 6 / 29;
var t2 = 3 * t1 * t1;
var t3 = t1 * t1 * t1;
function labConvert(o) {
  if (o instanceof Lab) return new Lab(o.l, o.a, o.b, o.opacity);
  if (o instanceof Hcl) return hcl2lab(o);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = rgb2lrgb(o.r), g = rgb2lrgb(o.g), b = rgb2lrgb(o.b), y2 = xyz2lab((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Yn), x2, z;
  if (r === g && g === b) x2 = z = y2;
  else {
    x2 = xyz2lab((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Xn);
    z = xyz2lab((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Zn);
  }
  return new Lab(116 * y2 - 16, 500 * (x2 - y2), 200 * (y2 - z), o.opacity);
}
function lab(l, a, b, opacity) {
  return arguments.length === 1 ? labConvert(l) : new Lab(l, a, b, opacity == null ? 1 : opacity);
}
function Lab(l, a, b, opacity) {
  this.l = +l;
  this.a = +a;
  this.b = +b;
  this.opacity = +opacity;
}
define(Lab, lab, extend(Color, {
  brighter(k) {
    return new Lab(this.l + K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  darker(k) {
    return new Lab(this.l - K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  rgb() {
    var y2 = (this.l + 16) / 116, x2 = isNaN(this.a) ? y2 : y2 + this.a / 500, z = isNaN(this.b) ? y2 : y2 - this.b / 200;
    x2 = Xn * lab2xyz(x2);
    y2 = Yn * lab2xyz(y2);
    z = Zn * lab2xyz(z);
    return new Rgb(
      lrgb2rgb(3.1338561 * x2 - 1.6168667 * y2 - 0.4906146 * z),
      lrgb2rgb(-0.9787684 * x2 + 1.9161415 * y2 + 0.033454 * z),
      lrgb2rgb(0.0719453 * x2 - 0.2289914 * y2 + 1.4052427 * z),
      this.opacity
    );
  }
}));
function xyz2lab(t) {
  return t > t3 ? Math.pow(t, 1 / 3) : t / t2 + t0;
}
function lab2xyz(t) {
  return t > t1 ? t * t * t : t2 * (t - t0);
}
function lrgb2rgb(x2) {
  return 255 * (x2 <= 31308e-7 ? 12.92 * x2 : 1.055 * Math.pow(x2, 1 / 2.4) - 0.055);
}
function rgb2lrgb(x2) {
  return (x2 /= 255) <= 0.04045 ? x2 / 12.92 : Math.pow((x2 + 0.055) / 1.055, 2.4);
}
function hclConvert(o) {
  if (o instanceof Hcl) return new Hcl(o.h, o.c, o.l, o.opacity);
  if (!(o instanceof Lab)) o = labConvert(o);
  if (o.a === 0 && o.b === 0) return new Hcl(NaN, 0 < o.l && o.l < 100 ? 0 : NaN, o.l, o.opacity);
  var h = Math.atan2(o.b, o.a) * degrees;
  return new Hcl(h < 0 ? h + 360 : h, Math.sqrt(o.a * o.a + o.b * o.b), o.l, o.opacity);
}
function hcl(h, c, l, opacity) {
  return arguments.length === 1 ? hclConvert(h) : new Hcl(h, c, l, opacity == null ? 1 : opacity);
}
function Hcl(h, c, l, opacity) {
  this.h = +h;
  this.c = +c;
  this.l = +l;
  this.opacity = +opacity;
}
function hcl2lab(o) {
  if (isNaN(o.h)) return new Lab(o.l, 0, 0, o.opacity);
  var h = o.h * radians;
  return new Lab(o.l, Math.cos(h) * o.c, Math.sin(h) * o.c, o.opacity);
}
define(Hcl, hcl, extend(Color, {
  brighter(k) {
    return new Hcl(this.h, this.c, this.l + K * (k == null ? 1 : k), this.opacity);
  },
  darker(k) {
    return new Hcl(this.h, this.c, this.l - K * (k == null ? 1 : k), this.opacity);
  },
  rgb() {
    return hcl2lab(this).rgb();
  }
}));
var A = -0.14861;
var B = 1.78277;
var C = -0.29227;
var D = -0.90649;
var E = 1.97294;
var ED = E * D;
var EB = E * B;
var BC_DA = B * C - D * A;
function cubehelixConvert(o) {
  if (o instanceof Cubehelix) return new Cubehelix(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, l = (BC_DA * b + ED * r - EB * g) / (BC_DA + ED - EB), bl = b - l, k = (E * (g - l) - C * bl) / D, s = Math.sqrt(k * k + bl * bl) / (E * l * (1 - l)), h = s ? Math.atan2(k, bl) * degrees - 120 : NaN;
  return new Cubehelix(h < 0 ? h + 360 : h, s, l, o.opacity);
}
function cubehelix(h, s, l, opacity) {
  return arguments.length === 1 ? cubehelixConvert(h) : new Cubehelix(h, s, l, opacity == null ? 1 : opacity);
}
function Cubehelix(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
define(Cubehelix, cubehelix, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = isNaN(this.h) ? 0 : (this.h + 120) * radians, l = +this.l, a = isNaN(this.s) ? 0 : this.s * l * (1 - l), cosh2 = Math.cos(h), sinh2 = Math.sin(h);
    return new Rgb(
      255 * (l + a * (A * cosh2 + B * sinh2)),
      255 * (l + a * (C * cosh2 + D * sinh2)),
      255 * (l + a * (E * cosh2)),
      this.opacity
    );
  }
}));

// node_modules/d3-interpolate/dist/d3-interpolate.mjs
function basis(t12, v0, v1, v2, v3) {
  var t22 = t12 * t12, t32 = t22 * t12;
  return ((1 - 3 * t12 + 3 * t22 - t32) * v0 + (4 - 6 * t22 + 3 * t32) * v1 + (1 + 3 * t12 + 3 * t22 - 3 * t32) * v2 + t32 * v3) / 6;
}
function basis$1(values) {
  var n = values.length - 1;
  return function(t) {
    var i = t <= 0 ? t = 0 : t >= 1 ? (t = 1, n - 1) : Math.floor(t * n), v1 = values[i], v2 = values[i + 1], v0 = i > 0 ? values[i - 1] : 2 * v1 - v2, v3 = i < n - 1 ? values[i + 2] : 2 * v2 - v1;
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
function basisClosed(values) {
  var n = values.length;
  return function(t) {
    var i = Math.floor(((t %= 1) < 0 ? ++t : t) * n), v0 = values[(i + n - 1) % n], v1 = values[i % n], v2 = values[(i + 1) % n], v3 = values[(i + 2) % n];
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
var constant = (x2) => () => x2;
function linear(a, d) {
  return function(t) {
    return a + t * d;
  };
}
function exponential(a, b, y2) {
  return a = Math.pow(a, y2), b = Math.pow(b, y2) - a, y2 = 1 / y2, function(t) {
    return Math.pow(a + t * b, y2);
  };
}
function hue$1(a, b) {
  var d = b - a;
  return d ? linear(a, d > 180 || d < -180 ? d - 360 * Math.round(d / 360) : d) : constant(isNaN(a) ? b : a);
}
function gamma(y2) {
  return (y2 = +y2) === 1 ? nogamma : function(a, b) {
    return b - a ? exponential(a, b, y2) : constant(isNaN(a) ? b : a);
  };
}
function nogamma(a, b) {
  var d = b - a;
  return d ? linear(a, d) : constant(isNaN(a) ? b : a);
}
var rgb2 = (function rgbGamma(y2) {
  var color2 = gamma(y2);
  function rgb3(start, end) {
    var r = color2((start = rgb(start)).r, (end = rgb(end)).r), g = color2(start.g, end.g), b = color2(start.b, end.b), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.r = r(t);
      start.g = g(t);
      start.b = b(t);
      start.opacity = opacity(t);
      return start + "";
    };
  }
  rgb3.gamma = rgbGamma;
  return rgb3;
})(1);
function rgbSpline(spline) {
  return function(colors) {
    var n = colors.length, r = new Array(n), g = new Array(n), b = new Array(n), i, color2;
    for (i = 0; i < n; ++i) {
      color2 = rgb(colors[i]);
      r[i] = color2.r || 0;
      g[i] = color2.g || 0;
      b[i] = color2.b || 0;
    }
    r = spline(r);
    g = spline(g);
    b = spline(b);
    color2.opacity = 1;
    return function(t) {
      color2.r = r(t);
      color2.g = g(t);
      color2.b = b(t);
      return color2 + "";
    };
  };
}
var rgbBasis = rgbSpline(basis$1);
var rgbBasisClosed = rgbSpline(basisClosed);
function numberArray(a, b) {
  if (!b) b = [];
  var n = a ? Math.min(b.length, a.length) : 0, c = b.slice(), i;
  return function(t) {
    for (i = 0; i < n; ++i) c[i] = a[i] * (1 - t) + b[i] * t;
    return c;
  };
}
function isNumberArray(x2) {
  return ArrayBuffer.isView(x2) && !(x2 instanceof DataView);
}
function genericArray(a, b) {
  var nb = b ? b.length : 0, na = a ? Math.min(nb, a.length) : 0, x2 = new Array(na), c = new Array(nb), i;
  for (i = 0; i < na; ++i) x2[i] = value(a[i], b[i]);
  for (; i < nb; ++i) c[i] = b[i];
  return function(t) {
    for (i = 0; i < na; ++i) c[i] = x2[i](t);
    return c;
  };
}
function date(a, b) {
  var d = /* @__PURE__ */ new Date();
  return a = +a, b = +b, function(t) {
    return d.setTime(a * (1 - t) + b * t), d;
  };
}
function number2(a, b) {
  return a = +a, b = +b, function(t) {
    return a * (1 - t) + b * t;
  };
}
function object(a, b) {
  var i = {}, c = {}, k;
  if (a === null || typeof a !== "object") a = {};
  if (b === null || typeof b !== "object") b = {};
  for (k in b) {
    if (k in a) {
      i[k] = value(a[k], b[k]);
    } else {
      c[k] = b[k];
    }
  }
  return function(t) {
    for (k in i) c[k] = i[k](t);
    return c;
  };
}
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero2(b) {
  return function() {
    return b;
  };
}
function one(b) {
  return function(t) {
    return b(t) + "";
  };
}
function string(a, b) {
  var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i = -1, s = [], q = [];
  a = a + "", b = b + "";
  while ((am = reA.exec(a)) && (bm = reB.exec(b))) {
    if ((bs = bm.index) > bi) {
      bs = b.slice(bi, bs);
      if (s[i]) s[i] += bs;
      else s[++i] = bs;
    }
    if ((am = am[0]) === (bm = bm[0])) {
      if (s[i]) s[i] += bm;
      else s[++i] = bm;
    } else {
      s[++i] = null;
      q.push({ i, x: number2(am, bm) });
    }
    bi = reB.lastIndex;
  }
  if (bi < b.length) {
    bs = b.slice(bi);
    if (s[i]) s[i] += bs;
    else s[++i] = bs;
  }
  return s.length < 2 ? q[0] ? one(q[0].x) : zero2(b) : (b = q.length, function(t) {
    for (var i2 = 0, o; i2 < b; ++i2) s[(o = q[i2]).i] = o.x(t);
    return s.join("");
  });
}
function value(a, b) {
  var t = typeof b, c;
  return b == null || t === "boolean" ? constant(b) : (t === "number" ? number2 : t === "string" ? (c = color(b)) ? (b = c, rgb2) : string : b instanceof color ? rgb2 : b instanceof Date ? date : isNumberArray(b) ? numberArray : Array.isArray(b) ? genericArray : typeof b.valueOf !== "function" && typeof b.toString !== "function" || isNaN(b) ? object : number2)(a, b);
}
function round(a, b) {
  return a = +a, b = +b, function(t) {
    return Math.round(a * (1 - t) + b * t);
  };
}
var degrees2 = 180 / Math.PI;
var identity = {
  translateX: 0,
  translateY: 0,
  rotate: 0,
  skewX: 0,
  scaleX: 1,
  scaleY: 1
};
function decompose(a, b, c, d, e, f) {
  var scaleX, scaleY, skewX;
  if (scaleX = Math.sqrt(a * a + b * b)) a /= scaleX, b /= scaleX;
  if (skewX = a * c + b * d) c -= a * skewX, d -= b * skewX;
  if (scaleY = Math.sqrt(c * c + d * d)) c /= scaleY, d /= scaleY, skewX /= scaleY;
  if (a * d < b * c) a = -a, b = -b, skewX = -skewX, scaleX = -scaleX;
  return {
    translateX: e,
    translateY: f,
    rotate: Math.atan2(b, a) * degrees2,
    skewX: Math.atan(skewX) * degrees2,
    scaleX,
    scaleY
  };
}
var svgNode;
function parseCss(value2) {
  const m = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value2 + "");
  return m.isIdentity ? identity : decompose(m.a, m.b, m.c, m.d, m.e, m.f);
}
function parseSvg(value2) {
  if (value2 == null) return identity;
  if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svgNode.setAttribute("transform", value2);
  if (!(value2 = svgNode.transform.baseVal.consolidate())) return identity;
  value2 = value2.matrix;
  return decompose(value2.a, value2.b, value2.c, value2.d, value2.e, value2.f);
}
function interpolateTransform(parse, pxComma, pxParen, degParen) {
  function pop(s) {
    return s.length ? s.pop() + " " : "";
  }
  function translate(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push("translate(", null, pxComma, null, pxParen);
      q.push({ i: i - 4, x: number2(xa, xb) }, { i: i - 2, x: number2(ya, yb) });
    } else if (xb || yb) {
      s.push("translate(" + xb + pxComma + yb + pxParen);
    }
  }
  function rotate(a, b, s, q) {
    if (a !== b) {
      if (a - b > 180) b += 360;
      else if (b - a > 180) a += 360;
      q.push({ i: s.push(pop(s) + "rotate(", null, degParen) - 2, x: number2(a, b) });
    } else if (b) {
      s.push(pop(s) + "rotate(" + b + degParen);
    }
  }
  function skewX(a, b, s, q) {
    if (a !== b) {
      q.push({ i: s.push(pop(s) + "skewX(", null, degParen) - 2, x: number2(a, b) });
    } else if (b) {
      s.push(pop(s) + "skewX(" + b + degParen);
    }
  }
  function scale(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push(pop(s) + "scale(", null, ",", null, ")");
      q.push({ i: i - 4, x: number2(xa, xb) }, { i: i - 2, x: number2(ya, yb) });
    } else if (xb !== 1 || yb !== 1) {
      s.push(pop(s) + "scale(" + xb + "," + yb + ")");
    }
  }
  return function(a, b) {
    var s = [], q = [];
    a = parse(a), b = parse(b);
    translate(a.translateX, a.translateY, b.translateX, b.translateY, s, q);
    rotate(a.rotate, b.rotate, s, q);
    skewX(a.skewX, b.skewX, s, q);
    scale(a.scaleX, a.scaleY, b.scaleX, b.scaleY, s, q);
    a = b = null;
    return function(t) {
      var i = -1, n = q.length, o;
      while (++i < n) s[(o = q[i]).i] = o.x(t);
      return s.join("");
    };
  };
}
var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
var epsilon2 = 1e-12;
function cosh(x2) {
  return ((x2 = Math.exp(x2)) + 1 / x2) / 2;
}
function sinh(x2) {
  return ((x2 = Math.exp(x2)) - 1 / x2) / 2;
}
function tanh(x2) {
  return ((x2 = Math.exp(2 * x2)) - 1) / (x2 + 1);
}
var zoom = (function zoomRho(rho, rho2, rho4) {
  function zoom2(p0, p1) {
    var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i, S;
    if (d2 < epsilon2) {
      S = Math.log(w1 / w0) / rho;
      i = function(t) {
        return [
          ux0 + t * dx,
          uy0 + t * dy,
          w0 * Math.exp(rho * t * S)
        ];
      };
    } else {
      var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
      S = (r1 - r0) / rho;
      i = function(t) {
        var s = t * S, coshr0 = cosh(r0), u = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s + r0) - sinh(r0));
        return [
          ux0 + u * dx,
          uy0 + u * dy,
          w0 * coshr0 / cosh(rho * s + r0)
        ];
      };
    }
    i.duration = Math.abs(S) * 1e3 * rho / Math.SQRT2;
    return i;
  }
  zoom2.rho = function(_) {
    var _1 = Math.max(1e-3, +_), _2 = _1 * _1, _4 = _2 * _2;
    return zoomRho(_1, _2, _4);
  };
  return zoom2;
})(Math.SQRT2, 2, 4);
function hsl2(hue) {
  return function(start, end) {
    var h = hue((start = hsl(start)).h, (end = hsl(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.s = s(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hsl_default = hsl2(hue$1);
var hslLong = hsl2(nogamma);
function hcl2(hue) {
  return function(start, end) {
    var h = hue((start = hcl(start)).h, (end = hcl(end)).h), c = nogamma(start.c, end.c), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.c = c(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hcl_default = hcl2(hue$1);
var hclLong = hcl2(nogamma);
function cubehelix2(hue) {
  return (function cubehelixGamma(y2) {
    y2 = +y2;
    function cubehelix3(start, end) {
      var h = hue((start = cubehelix(start)).h, (end = cubehelix(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
      return function(t) {
        start.h = h(t);
        start.s = s(t);
        start.l = l(Math.pow(t, y2));
        start.opacity = opacity(t);
        return start + "";
      };
    }
    cubehelix3.gamma = cubehelixGamma;
    return cubehelix3;
  })(1);
}
var cubehelix_default = cubehelix2(hue$1);
var cubehelixLong = cubehelix2(nogamma);

// node_modules/d3-scale/src/constant.js
function constants(x2) {
  return function() {
    return x2;
  };
}

// node_modules/d3-scale/src/number.js
function number3(x2) {
  return +x2;
}

// node_modules/d3-scale/src/continuous.js
var unit = [0, 1];
function identity2(x2) {
  return x2;
}
function normalize(a, b) {
  return (b -= a = +a) ? function(x2) {
    return (x2 - a) / b;
  } : constants(isNaN(b) ? NaN : 0.5);
}
function clamper(a, b) {
  var t;
  if (a > b) t = a, a = b, b = t;
  return function(x2) {
    return Math.max(a, Math.min(b, x2));
  };
}
function bimap(domain, range, interpolate) {
  var d0 = domain[0], d1 = domain[1], r0 = range[0], r1 = range[1];
  if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
  else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
  return function(x2) {
    return r0(d0(x2));
  };
}
function polymap(domain, range, interpolate) {
  var j = Math.min(domain.length, range.length) - 1, d = new Array(j), r = new Array(j), i = -1;
  if (domain[j] < domain[0]) {
    domain = domain.slice().reverse();
    range = range.slice().reverse();
  }
  while (++i < j) {
    d[i] = normalize(domain[i], domain[i + 1]);
    r[i] = interpolate(range[i], range[i + 1]);
  }
  return function(x2) {
    var i2 = bisectRight(domain, x2, 1, j) - 1;
    return r[i2](d[i2](x2));
  };
}
function copy(source, target) {
  return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
function transformer() {
  var domain = unit, range = unit, interpolate = value, transform, untransform, unknown, clamp = identity2, piecewise, output, input;
  function rescale() {
    var n = Math.min(domain.length, range.length);
    if (clamp !== identity2) clamp = clamper(domain[0], domain[n - 1]);
    piecewise = n > 2 ? polymap : bimap;
    output = input = null;
    return scale;
  }
  function scale(x2) {
    return x2 == null || isNaN(x2 = +x2) ? unknown : (output || (output = piecewise(domain.map(transform), range, interpolate)))(transform(clamp(x2)));
  }
  scale.invert = function(y2) {
    return clamp(untransform((input || (input = piecewise(range, domain.map(transform), number2)))(y2)));
  };
  scale.domain = function(_) {
    return arguments.length ? (domain = Array.from(_, number3), rescale()) : domain.slice();
  };
  scale.range = function(_) {
    return arguments.length ? (range = Array.from(_), rescale()) : range.slice();
  };
  scale.rangeRound = function(_) {
    return range = Array.from(_), interpolate = round, rescale();
  };
  scale.clamp = function(_) {
    return arguments.length ? (clamp = _ ? true : identity2, rescale()) : clamp !== identity2;
  };
  scale.interpolate = function(_) {
    return arguments.length ? (interpolate = _, rescale()) : interpolate;
  };
  scale.unknown = function(_) {
    return arguments.length ? (unknown = _, scale) : unknown;
  };
  return function(t, u) {
    transform = t, untransform = u;
    return rescale();
  };
}
function continuous() {
  return transformer()(identity2, identity2);
}

// node_modules/d3-format/dist/d3-format.mjs
function formatDecimal(x2) {
  return Math.abs(x2 = Math.round(x2)) >= 1e21 ? x2.toLocaleString("en").replace(/,/g, "") : x2.toString(10);
}
function formatDecimalParts(x2, p) {
  if (!isFinite(x2) || x2 === 0) return null;
  var i = (x2 = p ? x2.toExponential(p - 1) : x2.toExponential()).indexOf("e"), coefficient = x2.slice(0, i);
  return [
    coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
    +x2.slice(i + 1)
  ];
}
function exponent(x2) {
  return x2 = formatDecimalParts(Math.abs(x2)), x2 ? x2[1] : NaN;
}
function formatGroup(grouping, thousands) {
  return function(value2, width) {
    var i = value2.length, t = [], j = 0, g = grouping[0], length = 0;
    while (i > 0 && g > 0) {
      if (length + g + 1 > width) g = Math.max(1, width - length);
      t.push(value2.substring(i -= g, i + g));
      if ((length += g + 1) > width) break;
      g = grouping[j = (j + 1) % grouping.length];
    }
    return t.reverse().join(thousands);
  };
}
function formatNumerals(numerals) {
  return function(value2) {
    return value2.replace(/[0-9]/g, function(i) {
      return numerals[+i];
    });
  };
}
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
  if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
  var match;
  return new FormatSpecifier({
    fill: match[1],
    align: match[2],
    sign: match[3],
    symbol: match[4],
    zero: match[5],
    width: match[6],
    comma: match[7],
    precision: match[8] && match[8].slice(1),
    trim: match[9],
    type: match[10]
  });
}
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
  this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
  this.align = specifier.align === void 0 ? ">" : specifier.align + "";
  this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
  this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
  this.zero = !!specifier.zero;
  this.width = specifier.width === void 0 ? void 0 : +specifier.width;
  this.comma = !!specifier.comma;
  this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
  this.trim = !!specifier.trim;
  this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
FormatSpecifier.prototype.toString = function() {
  return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s) {
  out: for (var n = s.length, i = 1, i0 = -1, i1; i < n; ++i) {
    switch (s[i]) {
      case ".":
        i0 = i1 = i;
        break;
      case "0":
        if (i0 === 0) i0 = i;
        i1 = i;
        break;
      default:
        if (!+s[i]) break out;
        if (i0 > 0) i0 = 0;
        break;
    }
  }
  return i0 > 0 ? s.slice(0, i0) + s.slice(i1 + 1) : s;
}
var prefixExponent;
function formatPrefixAuto(x2, p) {
  var d = formatDecimalParts(x2, p);
  if (!d) return prefixExponent = void 0, x2.toPrecision(p);
  var coefficient = d[0], exponent2 = d[1], i = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n = coefficient.length;
  return i === n ? coefficient : i > n ? coefficient + new Array(i - n + 1).join("0") : i > 0 ? coefficient.slice(0, i) + "." + coefficient.slice(i) : "0." + new Array(1 - i).join("0") + formatDecimalParts(x2, Math.max(0, p + i - 1))[0];
}
function formatRounded(x2, p) {
  var d = formatDecimalParts(x2, p);
  if (!d) return x2 + "";
  var coefficient = d[0], exponent2 = d[1];
  return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
}
var formatTypes = {
  "%": (x2, p) => (x2 * 100).toFixed(p),
  "b": (x2) => Math.round(x2).toString(2),
  "c": (x2) => x2 + "",
  "d": formatDecimal,
  "e": (x2, p) => x2.toExponential(p),
  "f": (x2, p) => x2.toFixed(p),
  "g": (x2, p) => x2.toPrecision(p),
  "o": (x2) => Math.round(x2).toString(8),
  "p": (x2, p) => formatRounded(x2 * 100, p),
  "r": formatRounded,
  "s": formatPrefixAuto,
  "X": (x2) => Math.round(x2).toString(16).toUpperCase(),
  "x": (x2) => Math.round(x2).toString(16)
};
function identity3(x2) {
  return x2;
}
var map = Array.prototype.map;
var prefixes = ["y", "z", "a", "f", "p", "n", "\xB5", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
function formatLocale(locale2) {
  var group = locale2.grouping === void 0 || locale2.thousands === void 0 ? identity3 : formatGroup(map.call(locale2.grouping, Number), locale2.thousands + ""), currencyPrefix = locale2.currency === void 0 ? "" : locale2.currency[0] + "", currencySuffix = locale2.currency === void 0 ? "" : locale2.currency[1] + "", decimal = locale2.decimal === void 0 ? "." : locale2.decimal + "", numerals = locale2.numerals === void 0 ? identity3 : formatNumerals(map.call(locale2.numerals, String)), percent = locale2.percent === void 0 ? "%" : locale2.percent + "", minus = locale2.minus === void 0 ? "\u2212" : locale2.minus + "", nan = locale2.nan === void 0 ? "NaN" : locale2.nan + "";
  function newFormat(specifier, options) {
    specifier = formatSpecifier(specifier);
    var fill = specifier.fill, align = specifier.align, sign = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
    if (type === "n") comma = true, type = "g";
    else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
    if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
    var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent : "") + (options && options.suffix !== void 0 ? options.suffix : "");
    var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
    precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
    function format2(value2) {
      var valuePrefix = prefix, valueSuffix = suffix, i, n, c;
      if (type === "c") {
        valueSuffix = formatType(value2) + valueSuffix;
        value2 = "";
      } else {
        value2 = +value2;
        var valueNegative = value2 < 0 || 1 / value2 < 0;
        value2 = isNaN(value2) ? nan : formatType(Math.abs(value2), precision);
        if (trim) value2 = formatTrim(value2);
        if (valueNegative && +value2 === 0 && sign !== "+") valueNegative = false;
        valuePrefix = (valueNegative ? sign === "(" ? sign : minus : sign === "-" || sign === "(" ? "" : sign) + valuePrefix;
        valueSuffix = (type === "s" && !isNaN(value2) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign === "(" ? ")" : "");
        if (maybeSuffix) {
          i = -1, n = value2.length;
          while (++i < n) {
            if (c = value2.charCodeAt(i), 48 > c || c > 57) {
              valueSuffix = (c === 46 ? decimal + value2.slice(i + 1) : value2.slice(i)) + valueSuffix;
              value2 = value2.slice(0, i);
              break;
            }
          }
        }
      }
      if (comma && !zero3) value2 = group(value2, Infinity);
      var length = valuePrefix.length + value2.length + valueSuffix.length, padding = length < width ? new Array(width - length + 1).join(fill) : "";
      if (comma && zero3) value2 = group(padding + value2, padding.length ? width - valueSuffix.length : Infinity), padding = "";
      switch (align) {
        case "<":
          value2 = valuePrefix + value2 + valueSuffix + padding;
          break;
        case "=":
          value2 = valuePrefix + padding + value2 + valueSuffix;
          break;
        case "^":
          value2 = padding.slice(0, length = padding.length >> 1) + valuePrefix + value2 + valueSuffix + padding.slice(length);
          break;
        default:
          value2 = padding + valuePrefix + value2 + valueSuffix;
          break;
      }
      return numerals(value2);
    }
    format2.toString = function() {
      return specifier + "";
    };
    return format2;
  }
  function formatPrefix2(specifier, value2) {
    var e = Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3, k = Math.pow(10, -e), f = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e / 3] });
    return function(value3) {
      return f(k * value3);
    };
  }
  return {
    format: newFormat,
    formatPrefix: formatPrefix2
  };
}
var locale;
var format;
var formatPrefix;
defaultLocale({
  thousands: ",",
  grouping: [3],
  currency: ["$", ""]
});
function defaultLocale(definition) {
  locale = formatLocale(definition);
  format = locale.format;
  formatPrefix = locale.formatPrefix;
  return locale;
}
function precisionFixed(step) {
  return Math.max(0, -exponent(Math.abs(step)));
}
function precisionPrefix(step, value2) {
  return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3 - exponent(Math.abs(step)));
}
function precisionRound(step, max) {
  step = Math.abs(step), max = Math.abs(max) - step;
  return Math.max(0, exponent(max) - exponent(step)) + 1;
}

// node_modules/d3-scale/src/tickFormat.js
function tickFormat(start, stop, count, specifier) {
  var step = tickStep(start, stop, count), precision;
  specifier = formatSpecifier(specifier == null ? ",f" : specifier);
  switch (specifier.type) {
    case "s": {
      var value2 = Math.max(Math.abs(start), Math.abs(stop));
      if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value2))) specifier.precision = precision;
      return formatPrefix(specifier, value2);
    }
    case "":
    case "e":
    case "g":
    case "p":
    case "r": {
      if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
      break;
    }
    case "f":
    case "%": {
      if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
      break;
    }
  }
  return format(specifier);
}

// node_modules/d3-scale/src/linear.js
function linearish(scale) {
  var domain = scale.domain;
  scale.ticks = function(count) {
    var d = domain();
    return ticks(d[0], d[d.length - 1], count == null ? 10 : count);
  };
  scale.tickFormat = function(count, specifier) {
    var d = domain();
    return tickFormat(d[0], d[d.length - 1], count == null ? 10 : count, specifier);
  };
  scale.nice = function(count) {
    if (count == null) count = 10;
    var d = domain();
    var i0 = 0;
    var i1 = d.length - 1;
    var start = d[i0];
    var stop = d[i1];
    var prestep;
    var step;
    var maxIter = 10;
    if (stop < start) {
      step = start, start = stop, stop = step;
      step = i0, i0 = i1, i1 = step;
    }
    while (maxIter-- > 0) {
      step = tickIncrement(start, stop, count);
      if (step === prestep) {
        d[i0] = start;
        d[i1] = stop;
        return domain(d);
      } else if (step > 0) {
        start = Math.floor(start / step) * step;
        stop = Math.ceil(stop / step) * step;
      } else if (step < 0) {
        start = Math.ceil(start * step) / step;
        stop = Math.floor(stop * step) / step;
      } else {
        break;
      }
      prestep = step;
    }
    return scale;
  };
  return scale;
}
function linear2() {
  var scale = continuous();
  scale.copy = function() {
    return copy(scale, linear2());
  };
  initRange.apply(scale, arguments);
  return linearish(scale);
}

// node_modules/d3-scale/src/nice.js
function nice(domain, interval) {
  domain = domain.slice();
  var i0 = 0, i1 = domain.length - 1, x0 = domain[i0], x1 = domain[i1], t;
  if (x1 < x0) {
    t = i0, i0 = i1, i1 = t;
    t = x0, x0 = x1, x1 = t;
  }
  domain[i0] = interval.floor(x0);
  domain[i1] = interval.ceil(x1);
  return domain;
}

// node_modules/d3-scale/src/log.js
function transformLog(x2) {
  return Math.log(x2);
}
function transformExp(x2) {
  return Math.exp(x2);
}
function transformLogn(x2) {
  return -Math.log(-x2);
}
function transformExpn(x2) {
  return -Math.exp(-x2);
}
function pow10(x2) {
  return isFinite(x2) ? +("1e" + x2) : x2 < 0 ? 0 : x2;
}
function powp(base) {
  return base === 10 ? pow10 : base === Math.E ? Math.exp : (x2) => Math.pow(base, x2);
}
function logp(base) {
  return base === Math.E ? Math.log : base === 10 && Math.log10 || base === 2 && Math.log2 || (base = Math.log(base), (x2) => Math.log(x2) / base);
}
function reflect(f) {
  return (x2, k) => -f(-x2, k);
}
function loggish(transform) {
  const scale = transform(transformLog, transformExp);
  const domain = scale.domain;
  let base = 10;
  let logs;
  let pows;
  function rescale() {
    logs = logp(base), pows = powp(base);
    if (domain()[0] < 0) {
      logs = reflect(logs), pows = reflect(pows);
      transform(transformLogn, transformExpn);
    } else {
      transform(transformLog, transformExp);
    }
    return scale;
  }
  scale.base = function(_) {
    return arguments.length ? (base = +_, rescale()) : base;
  };
  scale.domain = function(_) {
    return arguments.length ? (domain(_), rescale()) : domain();
  };
  scale.ticks = (count) => {
    const d = domain();
    let u = d[0];
    let v = d[d.length - 1];
    const r = v < u;
    if (r) [u, v] = [v, u];
    let i = logs(u);
    let j = logs(v);
    let k;
    let t;
    const n = count == null ? 10 : +count;
    let z = [];
    if (!(base % 1) && j - i < n) {
      i = Math.floor(i), j = Math.ceil(j);
      if (u > 0) for (; i <= j; ++i) {
        for (k = 1; k < base; ++k) {
          t = i < 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      else for (; i <= j; ++i) {
        for (k = base - 1; k >= 1; --k) {
          t = i > 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      if (z.length * 2 < n) z = ticks(u, v, n);
    } else {
      z = ticks(i, j, Math.min(j - i, n)).map(pows);
    }
    return r ? z.reverse() : z;
  };
  scale.tickFormat = (count, specifier) => {
    if (count == null) count = 10;
    if (specifier == null) specifier = base === 10 ? "s" : ",";
    if (typeof specifier !== "function") {
      if (!(base % 1) && (specifier = formatSpecifier(specifier)).precision == null) specifier.trim = true;
      specifier = format(specifier);
    }
    if (count === Infinity) return specifier;
    const k = Math.max(1, base * count / scale.ticks().length);
    return (d) => {
      let i = d / pows(Math.round(logs(d)));
      if (i * base < base - 0.5) i *= base;
      return i <= k ? specifier(d) : "";
    };
  };
  scale.nice = () => {
    return domain(nice(domain(), {
      floor: (x2) => pows(Math.floor(logs(x2))),
      ceil: (x2) => pows(Math.ceil(logs(x2)))
    }));
  };
  return scale;
}
function log() {
  const scale = loggish(transformer()).domain([1, 10]);
  scale.copy = () => copy(scale, log()).base(scale.base());
  initRange.apply(scale, arguments);
  return scale;
}

// node_modules/d3-shape/src/constant.js
function constant_default(x2) {
  return function constant2() {
    return x2;
  };
}

// node_modules/d3-path/dist/d3-path.mjs
var pi = Math.PI;
var tau = 2 * pi;
var epsilon = 1e-6;
var tauEpsilon = tau - epsilon;
function append(strings) {
  this._ += strings[0];
  for (let i = 1, n = strings.length; i < n; ++i) {
    this._ += arguments[i] + strings[i];
  }
}
function appendRound(digits) {
  let d = Math.floor(digits);
  if (!(d >= 0)) throw new Error(`invalid digits: ${digits}`);
  if (d > 15) return append;
  const k = 10 ** d;
  return function(strings) {
    this._ += strings[0];
    for (let i = 1, n = strings.length; i < n; ++i) {
      this._ += Math.round(arguments[i] * k) / k + strings[i];
    }
  };
}
function equal(x0, y0, x1, y1) {
  return x0 === x1 && y0 === y1;
}
function equalRound(digits) {
  const d = Math.floor(digits);
  if (!(d <= 15)) return equal;
  const k = 10 ** d;
  const r = function(value2) {
    return Math.round(value2 * k);
  };
  return function(x0, y0, x1, y1) {
    return r(x0) === r(x1) && r(y0) === r(y1);
  };
}
var Path = class {
  constructor(digits) {
    this._x0 = this._y0 = // start of current subpath
    this._x1 = this._y1 = null;
    this._ = "";
    this._append = digits == null ? append : appendRound(digits);
    this._equal = digits == null ? equal : equalRound(digits);
  }
  moveTo(x2, y2) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}`;
  }
  closePath() {
    if (this._x1 !== null) {
      this._x1 = this._x0, this._y1 = this._y0;
      this._append`Z`;
    }
  }
  lineTo(x2, y2) {
    this._append`L${this._x1 = +x2},${this._y1 = +y2}`;
  }
  quadraticCurveTo(x1, y1, x2, y2) {
    this._append`Q${+x1},${+y1},${this._x1 = +x2},${this._y1 = +y2}`;
  }
  bezierCurveTo(x1, y1, x2, y2, x3, y3) {
    this._append`C${+x1},${+y1},${+x2},${+y2},${this._x1 = +x3},${this._y1 = +y3}`;
  }
  arcTo(x1, y1, x2, y2, r) {
    x1 = +x1, y1 = +y1, x2 = +x2, y2 = +y2, r = +r;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let x0 = this._x1, y0 = this._y1, x21 = x2 - x1, y21 = y2 - y1, x01 = x0 - x1, y01 = y0 - y1, l01_2 = x01 * x01 + y01 * y01;
    if (this._x1 === null) {
      this._append`M${this._x1 = x1},${this._y1 = y1}`;
    } else if (!(l01_2 > epsilon)) ;
    else if (!(Math.abs(y01 * x21 - y21 * x01) > epsilon) || !r) {
      this._append`L${this._x1 = x1},${this._y1 = y1}`;
    } else {
      let x20 = x2 - x0, y20 = y2 - y0, l21_2 = x21 * x21 + y21 * y21, l20_2 = x20 * x20 + y20 * y20, l21 = Math.sqrt(l21_2), l01 = Math.sqrt(l01_2), l = r * Math.tan((pi - Math.acos((l21_2 + l01_2 - l20_2) / (2 * l21 * l01))) / 2), t01 = l / l01, t21 = l / l21;
      if (Math.abs(t01 - 1) > epsilon) {
        this._append`L${x1 + t01 * x01},${y1 + t01 * y01}`;
      }
      this._append`A${r},${r},0,0,${+(y01 * x20 > x01 * y20)},${this._x1 = x1 + t21 * x21},${this._y1 = y1 + t21 * y21}`;
    }
  }
  arc(x2, y2, r, a0, a1, ccw) {
    x2 = +x2, y2 = +y2, r = +r, ccw = !!ccw;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let dx = r * Math.cos(a0), dy = r * Math.sin(a0), x0 = x2 + dx, y0 = y2 + dy, cw = 1 ^ ccw, da = ccw ? a0 - a1 : a1 - a0;
    if (this._x1 === null) {
      this._append`M${x0},${y0}`;
    } else if (Math.abs(this._x1 - x0) > epsilon || Math.abs(this._y1 - y0) > epsilon) {
      this._append`L${x0},${y0}`;
    }
    if (!r) return;
    if (da < 0) da = da % tau + tau;
    if (da > tauEpsilon) {
      this._append`A${r},${r},0,1,${cw},${x2 - dx},${y2 - dy}A${r},${r},0,1,${cw},${this._x1 = x0},${this._y1 = y0}`;
    } else if (da > epsilon) {
      const x1 = x2 + r * Math.cos(a1);
      const y1 = y2 + r * Math.sin(a1);
      if (da >= pi && this._equal(x0, y0, x1, y1)) {
        da /= 2;
        let a00 = a0 + da;
        this._append`A${r},${r},0,${+(da >= pi)},${cw},${x2 + r * Math.cos(a00)},${y2 + r * Math.sin(a00)}`;
      }
      this._append`A${r},${r},0,${+(da >= pi)},${cw},${this._x1 = x1},${this._y1 = y1}`;
    }
  }
  rect(x2, y2, w, h) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}h${w = +w}v${+h}h${-w}Z`;
  }
  toString() {
    return this._;
  }
};
function path() {
  return new Path();
}
path.prototype = Path.prototype;

// node_modules/d3-shape/src/path.js
function withPath(shape) {
  let digits = 3;
  shape.digits = function(_) {
    if (!arguments.length) return digits;
    if (_ == null) {
      digits = null;
    } else {
      const d = Math.floor(_);
      if (!(d >= 0)) throw new RangeError(`invalid digits: ${_}`);
      digits = d;
    }
    return shape;
  };
  return () => new Path(digits);
}

// node_modules/d3-shape/src/array.js
var slice2 = Array.prototype.slice;
function array_default(x2) {
  return typeof x2 === "object" && "length" in x2 ? x2 : Array.from(x2);
}

// node_modules/d3-shape/src/curve/linear.js
function Linear(context) {
  this._context = context;
}
Linear.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default:
        this._context.lineTo(x2, y2);
        break;
    }
  }
};
function linear_default(context) {
  return new Linear(context);
}

// node_modules/d3-shape/src/point.js
function x(p) {
  return p[0];
}
function y(p) {
  return p[1];
}

// node_modules/d3-shape/src/line.js
function line_default(x2, y2) {
  var defined = constant_default(true), context = null, curve = linear_default, output = null, path2 = withPath(line);
  x2 = typeof x2 === "function" ? x2 : x2 === void 0 ? x : constant_default(x2);
  y2 = typeof y2 === "function" ? y2 : y2 === void 0 ? y : constant_default(y2);
  function line(data) {
    var i, n = (data = array_default(data)).length, d, defined0 = false, buffer;
    if (context == null) output = curve(buffer = path2());
    for (i = 0; i <= n; ++i) {
      if (!(i < n && defined(d = data[i], i, data)) === defined0) {
        if (defined0 = !defined0) output.lineStart();
        else output.lineEnd();
      }
      if (defined0) output.point(+x2(d, i, data), +y2(d, i, data));
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  line.x = function(_) {
    return arguments.length ? (x2 = typeof _ === "function" ? _ : constant_default(+_), line) : x2;
  };
  line.y = function(_) {
    return arguments.length ? (y2 = typeof _ === "function" ? _ : constant_default(+_), line) : y2;
  };
  line.defined = function(_) {
    return arguments.length ? (defined = typeof _ === "function" ? _ : constant_default(!!_), line) : defined;
  };
  line.curve = function(_) {
    return arguments.length ? (curve = _, context != null && (output = curve(context)), line) : curve;
  };
  line.context = function(_) {
    return arguments.length ? (_ == null ? context = output = null : output = curve(context = _), line) : context;
  };
  return line;
}

// src/report/plots/escape-xml.ts
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeXml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

// src/report/plots/plot.ts
var MARGIN = { top: 42, right: 14, bottom: 40, left: 54 };
var CHARACTER = 5.5;
var SWATCH = 18;
var LEGEND_GAP = 12;
var DOT = 2.2;
var LARGE_DOT = 3;
function drawPlot(plot) {
  const [width, height] = plot.size ?? [360, 260];
  const x2 = scaleOf(plot.x, [MARGIN.left, width - MARGIN.right]);
  const y2 = scaleOf(plot.y, [height - MARGIN.bottom, MARGIN.top]);
  const frame = { x: x2, y: y2, width, height };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(`${plot.title}. ${plot.description}`)}">`,
    `<text class="title" x="${MARGIN.left}" y="16">${escapeXml(plot.title)}</text>`,
    ...axes(plot, frame),
    ...plot.marks.map((mark) => drawMark(mark, frame)),
    ...legend(plot.marks),
    "</svg>"
  ].join("");
}
var SMALLEST = 1e-300;
var LARGEST = 1e300;
function scaleOf({ scale, domain }, range) {
  const least = scale === "log" ? SMALLEST : -LARGEST;
  const within = (value2) => Number.isNaN(value2) ? 1 : Math.min(Math.max(value2, least), LARGEST);
  const [from, to] = [within(domain[0]), within(domain[1])];
  if (scale === "log") {
    const domain2 = from < to ? [from, to] : [from / 2, from * 2];
    return log(domain2, range).clamp(true);
  }
  return linear2(from < to ? [from, to] : [from - 1, from + 1], range).clamp(true);
}
function axes(plot, { x: x2, y: y2, width, height }) {
  const bottom = height - MARGIN.bottom;
  const right = width - MARGIN.right;
  const ticksX = ticksOf(x2, plot.x, Math.max(3, Math.floor(width / 70)));
  const ticksY = ticksOf(y2, plot.y, 5);
  return [
    '<g class="axis">',
    ...ticksX.map(
      ({ at, text }) => `<line class="grid" x1="${at}" x2="${at}" y1="${MARGIN.top}" y2="${bottom}"/><text x="${at}" y="${bottom + 14}" text-anchor="middle">${text}</text>`
    ),
    ...ticksY.map(
      ({ at, text }) => `<line class="grid" x1="${MARGIN.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${MARGIN.left - 5}" y="${px(at + 3.5)}" text-anchor="end">${text}</text>`
    ),
    `<path class="frame" d="M${MARGIN.left},${MARGIN.top}V${bottom}H${right}"/>`,
    `<text class="label" x="${px((MARGIN.left + right) / 2)}" y="${height - 8}" text-anchor="middle">${escapeXml(plot.x.label)}</text>`,
    `<text class="label" transform="translate(12,${px((MARGIN.top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${escapeXml(plot.y.label)}</text>`,
    "</g>"
  ];
}
function ticksOf(scale, { scale: kind, whole }, wanted) {
  if (kind === "linear") {
    const ticks2 = scale.ticks(wanted).filter((tick) => whole !== true || Number.isInteger(tick));
    return ticks2.map((tick) => ({ at: px(scale(tick)), text: short(tick) }));
  }
  const powers = scale.ticks().filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  const sparse = powers.filter((_, index) => index % Math.ceil(powers.length / wanted) === 0);
  return (powers.length >= 2 ? sparse : thin(scale.ticks(), wanted)).map((tick) => ({
    at: px(scale(tick)),
    text: powers.length >= 2 ? power(tick) : short(tick)
  }));
}
function thin(ticks2, wanted) {
  return ticks2.filter((_, index) => index % Math.ceil(ticks2.length / wanted) === 0);
}
var SUPERSCRIPTS = "\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079";
function power(value2) {
  const exponent2 = Math.round(Math.log10(value2));
  const digits = [...String(Math.abs(exponent2))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `10${exponent2 < 0 ? "\u207B" : ""}${digits}`;
}
function short(value2) {
  const size = Math.abs(value2);
  return size !== 0 && (size >= 1e5 || size < 1e-3) ? value2.toExponential().replace("e+", "e") : String(Number(value2.toPrecision(4)));
}
function drawMark(mark, { x: x2, y: y2, width, height }) {
  const name = `class="${mark.kind} ${mark.role}"`;
  switch (mark.kind) {
    case "points": {
      const radius = mark.role === "data" || mark.role === "baseline" ? DOT : LARGE_DOT;
      const dots = mark.points.map(([a, b]) => `<circle cx="${px(x2(a))}" cy="${px(y2(b))}" r="${radius}"/>`);
      return `<g ${name}>${dots.join("")}</g>`;
    }
    case "line":
      return `<path ${name} d="${lineOf(mark.points, x2, y2)}"/>`;
    case "bars":
      return `<g ${name}>${mark.bars.map((bar) => drawBar(bar, x2, y2)).join("")}</g>`;
    case "vertical":
      return `<line ${name} x1="${px(x2(mark.x))}" x2="${px(x2(mark.x))}" y1="${MARGIN.top}" y2="${height - MARGIN.bottom}"/>`;
    case "horizontal":
      return `<line ${name} x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${px(y2(mark.y))}" y2="${px(y2(mark.y))}"/>`;
  }
}
function lineOf(points, x2, y2) {
  const path2 = line_default(
    ([a]) => px(x2(a)),
    ([, b]) => px(y2(b))
  );
  return path2([...points]) ?? "";
}
function drawBar({ from, to, height }, x2, y2) {
  const [left, right, top, bottom] = [x2(from), x2(to), y2(height), y2.range()[0]];
  return `<rect x="${px(left)}" y="${px(top)}" width="${px(Math.max(right - left, 0.5))}" height="${px(bottom - top)}"/>`;
}
function legend(marks) {
  let left = MARGIN.left;
  return marks.flatMap(({ kind, role, label }) => {
    if (label === void 0) return [];
    const swatch = kind === "points" ? `<circle cx="${left + 7}" cy="28" r="3"/>` : kind === "bars" ? `<rect x="${left + 2}" y="24" width="10" height="9"/>` : `<path d="M${left},28h14"/>`;
    const key = `<g class="key ${kind} ${role}">${swatch}<text x="${left + SWATCH}" y="32">${escapeXml(label)}</text></g>`;
    left += SWATCH + label.length * CHARACTER + LEGEND_GAP;
    return [key];
  });
}
function px(value2) {
  return Math.round(value2 * 100) / 100;
}

// src/report/html/build-page-data.ts
var MAIN_COLUMNS = [
  "verdict",
  "layer",
  "alpha",
  "sigma",
  "delta",
  "D",
  "trust",
  "N",
  "M",
  "num_evals",
  "reasons"
];
var NO_COLUMNS = /* @__PURE__ */ new Set(["name", "longname", "slice_id", "curves"]);
var DIGITS = 6;
function buildPageModel({ report, before }) {
  const { layers } = report;
  const main = MAIN_COLUMNS.filter(
    (column) => column === "layer" || layers.some((layer) => layer[column] !== null)
  );
  const found = new Set(layers.flatMap((layer) => Object.keys(layer)));
  const others = [...found].filter(
    (column) => !NO_COLUMNS.has(column) && !MAIN_COLUMNS.includes(column)
  );
  const columns = [...main, ...others];
  const earlier = matchBaseline(layers, before?.layers ?? []);
  const order = new Map(layers.map((layer, index) => [layer, index]));
  return {
    name: visibleText(report.model.source),
    columns,
    mainColumns: main.length,
    rows: layers.map((layer) => rowOf(layer, columns, earlier.get(rowName(layer)))),
    worstFirst: [...layers].sort(byAttention).map((layer) => order.get(layer))
  };
}
function rowOf(layer, columns, before) {
  const { curves } = layer;
  return {
    cells: columns.map(
      (column) => column === "layer" ? visibleText(rowName(layer)) : cellOf(layer, column)
    ),
    ...curves !== void 0 && { curves },
    ...before?.curves !== void 0 && { before: plotted(before) }
  };
}
function cellOf(layer, column) {
  const value2 = layer[column];
  if (typeof value2 === "number") return Number(value2.toPrecision(DIGITS));
  if (typeof value2 === "string") return visibleText(value2);
  if (Array.isArray(value2)) return visibleText(value2.join("; "));
  return value2 === null || value2 === void 0 ? null : visibleText(JSON.stringify(value2));
}
function plotted({ alpha, D: D2, xmin, num_pl_spikes, num_evals, curves }) {
  return { alpha, D: D2, xmin, num_pl_spikes, num_evals, curves };
}

// src/report/html/render-html.ts
var template = import_runtime.default.create().template(page);
function renderHtml(outcomes) {
  const view = buildView(outcomes);
  const models = view.models.map((model) => ({ model, outcome: outcomes[model.index] }));
  const data = {
    models: models.map(({ outcome }) => outcome.kind === "report" ? buildPageModel(outcome) : null)
  };
  return template({
    policy: `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`,
    style: STYLE,
    script: SCRIPT,
    data: scriptData(data),
    status: view.status,
    headline: visibleText(view.headline),
    version: view.version,
    models: models.map(
      ({ model, outcome }, index) => modelOf(model, index, outcome.kind === "report" ? outcome.report : void 0)
    )
  });
}
function modelOf(view, index, report) {
  const { status, worst, error, facts, seconds, skipped, skippedCount, changedSettings, untrustedRun } = view;
  return {
    index,
    status,
    name: visibleText(view.name),
    headline: visibleText(view.headline),
    error: visibleText(error ?? ""),
    worst: worst === void 0 ? null : { name: visibleText(worst.name), reasons: visibleText(worst.reasons) },
    untrustedRun: visibleText(untrustedRun ?? ""),
    facts: visibleText([...facts, seconds].join(" \xB7 ")),
    counts: report === void 0 ? [] : countsOf(report),
    changedSettings: changedSettings.map(visibleText),
    plots: report === void 0 ? [] : plotsOf(report),
    skippedCount,
    skipped: skipped.map(({ reason, names }) => ({
      reason: visibleText(reason),
      names: names.map(visibleText).join(", ")
    })),
    analyzed: report !== void 0
  };
}
function countsOf({ summary: { counts } }) {
  return ["layers", "fail", "inconclusive", "warn", "pass", "skipped"].map((word) => ({
    word,
    count: counts[word]
  }));
}
function plotsOf({ layers, settings }) {
  const bounds = boundsOf(settings);
  return [alphaByDepth(layers, bounds), alphaHistogram(layers, bounds)].map(drawPlot);
}
function scriptData(data) {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
export {
  renderHtml
};

import "./styles/index.scss";
import { theme } from "./app/theme";
import "./app/weirApp";

theme.apply();
